-- What was offered at which price, with which conditions, and what the customer said to it.
create table offers (
  desk text not null,
  id uuid not null,
  ticket uuid not null,
  key text not null check (key in ('quote', 'overrun', 'recovery')),
  clause text not null,
  policy integer not null,
  net bigint not null check (net >= 0), -- cents
  taxes jsonb not null, -- [{name, rate in percent, amount: {cents, currency}}]
  gross bigint not null,
  currency text not null,
  covers bigint, -- ms of work that the price is for; null: it does not say
  exact boolean not null default false, -- work is paid to the minute; else a started unit counts whole
  documents jsonb not null, -- [{id, version, title, words}] as shown to the customer, to be accepted with it
  state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'replaced')),
  made_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid, -- of the people
  channel text, -- by which it was answered
  primary key (desk, id),
  foreign key (desk, ticket) references tickets on delete cascade,
  check ((state in ('accepted', 'declined')) = (answered_at is not null))
);
call protect('offers');
create unique index offers_open on offers (desk, ticket, key) where state = 'open';
create index offers_ticket on offers (desk, ticket);

-- Which text was accepted by whom, word for word, so that nobody need ask what it said.
create table acceptances (
  desk text not null,
  id uuid not null,
  organisation uuid,
  person uuid not null,
  document text not null,
  version text not null,
  policy integer not null,
  offer uuid not null,
  title text not null,
  words text not null,
  language text not null,
  channel text not null,
  at timestamptz not null,
  primary key (desk, id),
  foreign key (desk, person) references people,
  foreign key (desk, offer) references offers on delete cascade
);
call protect('acceptances');
create index acceptances_person on acceptances (desk, person);
create index acceptances_organisation on acceptances (desk, organisation) where organisation is not null;
