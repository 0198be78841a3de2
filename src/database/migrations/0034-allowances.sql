-- What a customer has bought beforehand, and what was drawn from it and from what their plan includes. What is left is worked out, and kept nowhere.
create table packs (
  desk text not null references desks,
  id uuid not null,
  organisation uuid not null,
  allowance text not null,
  quantity bigint not null check (quantity > 0), -- ms where the allowance is time, else requests
  starts timestamptz not null,
  ends timestamptz, -- from then on nothing is drawn from it
  reference text not null default '', -- of the order or the invoice
  made_at timestamptz not null,
  made_by text not null,
  withdrawn_at timestamptz,
  primary key (desk, id),
  foreign key (desk, organisation) references organisations,
  check (ends > starts)
);
call protect('packs');
create index packs_organisation on packs (desk, organisation);

create table draws (
  desk text not null references desks,
  id uuid not null,
  ticket uuid not null,
  offer uuid not null, -- the consent that it rests on
  organisation uuid,
  person uuid not null, -- who asked
  allowance text not null,
  pack uuid, -- null: what is included
  quantity bigint not null check (quantity > 0),
  at timestamptz not null,
  primary key (desk, id),
  foreign key (desk, ticket) references tickets,
  foreign key (desk, pack) references packs
);
call protect('draws');
create index draws_organisation on draws (desk, organisation);
create index draws_person on draws (desk, person);
alter table offers add column allowance jsonb; -- where it costs nothing but what is left of one: {id, time, left, of, reserved, unit}
