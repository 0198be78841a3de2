-- Promises whose time the customer was told otherwise, and those told anew lately: few among all that were ever made, and looked for on every visit of a lead.
create index promises_drifted on promises (desk) where drift is not null;
create index events_told_anew on events (desk, at) where kind = 'tell-time';
