-- What the customer was asked to do, item by item: while something of it is open the clocks stand still whose clauses say so.
create table checklists (
  desk text not null,
  id uuid not null,
  ticket uuid not null,
  ask text, -- the policy's, by its clause; null: an agent's own words
  findings jsonb not null, -- what was found true by asking it, and is no more once it is done
  words text not null,
  made_at timestamptz not null,
  made_by text not null,
  ended_at timestamptz,
  primary key (desk, id),
  foreign key (desk, ticket) references tickets on delete cascade
);
call protect('checklists');
create index checklists_ticket on checklists (desk, ticket, made_at);

create table checklist_items (
  desk text not null,
  id uuid not null,
  list uuid not null,
  ticket uuid not null,
  n integer not null, -- by which an answer names it; unique among what is open on the ticket
  text text not null,
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  at timestamptz,
  by_kind text,
  by_name text,
  channel text,
  primary key (desk, id),
  foreign key (desk, list) references checklists on delete cascade
);
call protect('checklist_items');
create index checklist_items_ticket on checklist_items (desk, ticket, n);
