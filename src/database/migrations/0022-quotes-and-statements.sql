-- A price that a person quotes, with what it is for in their words.
alter table offers add column words text; -- null: the clause says what it is for
alter table offers add column made_by uuid; -- of the staff; null: the policy's own price

-- How a statement is headed, as it was when it was made: the desk, the customer, the language and the zone. So its document is the same for ever.
alter table statements add column head jsonb not null default '{}';
create index statements_of on statements (desk, organisation, person);
