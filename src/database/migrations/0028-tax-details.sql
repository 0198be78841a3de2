-- Where a customer is and their VAT number: what taxes go by, whatever the policy's own record holds.
alter table organisations add column country text check (country ~ '^[A-Z]{2}$'); -- ISO 3166 alpha-2
alter table organisations add column vat_number text; -- without blanks and points; one of the European Union begins with its country
