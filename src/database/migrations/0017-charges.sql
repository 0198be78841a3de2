-- What is charged, given back and corrected, and the statements that list it.
create table charges (
  desk text not null,
  id uuid not null,
  ticket uuid not null,
  organisation uuid,
  person uuid not null, -- who asked
  kind text not null check (kind in ('charge', 'credit', 'correction')),
  offer uuid, -- the consent that it rests on
  clause text, -- that makes it owed
  reason text, -- why a person gives back or corrects
  net bigint not null, -- cents; below zero where it is given back
  taxes jsonb not null,
  gross bigint not null,
  currency text not null,
  state text not null default 'booked' check (state in ('booked', 'proposed', 'refused')),
  proposed_by uuid,
  decided_by uuid check (decided_by <> proposed_by), -- four eyes
  made_at timestamptz not null,
  booked_at timestamptz,
  statement integer,
  primary key (desk, id),
  foreign key (desk, ticket) references tickets,
  check ((state = 'booked') = (booked_at is not null))
);
call protect('charges');
create index charges_ticket on charges (desk, ticket);
create index charges_unstated on charges (desk, booked_at) where state = 'booked' and statement is null;

-- One for each month and customer, numbered without gaps; what it lists never changes.
create table statements (
  desk text not null references desks,
  number integer not null check (number > 0),
  month date not null, -- its first day
  organisation uuid,
  person uuid, -- where there is no organisation
  name text not null, -- as it was then
  currency text not null,
  net bigint not null,
  gross bigint not null,
  made_at timestamptz not null,
  made_by text not null,
  primary key (desk, number),
  check ((organisation is null) <> (person is null))
);
call protect('statements');
alter table desks add column statements integer not null default 0; -- the last number given
