-- Conduct: cases that a person examines, what was said in them, the measures that came of them, and staff who do not meet a customer.
create table conduct_cases (
  desk text not null references desks,
  id uuid not null,
  ticket uuid not null, -- on which it was found
  person uuid not null, -- whom it is about
  organisation uuid,
  policy integer not null,
  facts jsonb not null, -- what was found
  asked jsonb not null, -- [{clause, options, hearing, appeal, hear, contest, review, lapse}]: what may come of it
  statement text not null default '', -- what happened, in the words of who opened it
  opened_by uuid, -- a member of staff; null: a limit of the policy
  opened_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'decided', 'lapsed')),
  answer_by timestamptz, -- until when the person is heard before it is decided; null: no time is named
  lapses_at timestamptz,
  heard_at timestamptz, -- when they first answered
  decider uuid, -- who was named to decide
  clause text, -- that was applied; null: no measure
  option text,
  reason text,
  decided_by uuid,
  decided_at timestamptz,
  contest_by timestamptz, -- until when it can be appealed; null: no time is named
  contestable boolean not null default false,
  appealed_at timestamptz,
  appeal_due timestamptz,
  appeal_decider uuid,
  appeal_lifts boolean,
  appeal_reason text,
  appeal_by uuid check (appeal_by <> decided_by), -- somebody else than who decided
  appeal_at timestamptz,
  lifted_at timestamptz, -- the measure was taken back
  primary key (desk, id),
  foreign key (desk, ticket) references tickets on delete cascade,
  foreign key (desk, person) references people,
  check ((state = 'decided') = (decided_by is not null)),
  check (appeal_at is null or (appealed_at is not null and appeal_by is not null))
);
call protect('conduct_cases');
create unique index conduct_cases_open on conduct_cases (desk, person) where state = 'open'; -- what happens meanwhile belongs to it
create index conduct_cases_person on conduct_cases (desk, person, opened_at);
create index conduct_cases_ticket on conduct_cases (desk, ticket);

-- What is held against somebody, as it was: the message by reference, and its words with their hash, which no later change of the message changes.
create table conduct_evidence (
  desk text not null,
  id uuid not null,
  of_case uuid not null,
  message uuid not null,
  ticket uuid not null,
  text text not null,
  sha text not null, -- SHA-256 of the words, hex
  raw text, -- the blob of the raw mail
  said_at timestamptz not null,
  added_at timestamptz not null,
  added_by uuid,
  primary key (desk, id),
  foreign key (desk, of_case) references conduct_cases on delete cascade
);
call protect('conduct_evidence', 'select, insert, delete');
create unique index conduct_evidence_once on conduct_evidence (desk, of_case, message);

-- What the person answered and with what they appealed.
create table conduct_words (
  desk text not null,
  id uuid not null,
  of_case uuid not null,
  kind text not null check (kind in ('answer', 'appeal')),
  text text not null,
  channel text not null,
  authenticated text, -- of a mail
  raw text,
  at timestamptz not null,
  primary key (desk, id),
  foreign key (desk, of_case) references conduct_cases on delete cascade
);
call protect('conduct_words', 'select, insert, delete');
create index conduct_words_case on conduct_words (desk, of_case, at);

-- Mails about a case by their Message-ID, so that an answer lands in it and on no ticket.
create table conduct_mails (
  desk text not null,
  mail_id text not null,
  of_case uuid not null,
  primary key (desk, mail_id),
  foreign key (desk, of_case) references conduct_cases on delete cascade
);
call protect('conduct_mails', 'select, insert, delete');

create table measures (
  desk text not null,
  id uuid not null,
  of_case uuid not null,
  person uuid not null,
  organisation uuid, -- where it binds the whole customer
  kind text not null check (kind in ('warning', 'restriction', 'ending')),
  clause text not null,
  refund text,
  channels text[] not null default '{}', -- none: all of them
  starts timestamptz not null,
  ends timestamptz, -- by itself; null: for good
  ended_at timestamptz,
  ended_how text check (ended_how in ('time', 'appeal', 'lifted')),
  ended_by uuid,
  ended_reason text,
  primary key (desk, id),
  foreign key (desk, of_case) references conduct_cases on delete cascade,
  check ((ended_at is null) = (ended_how is null))
);
call protect('measures');
create index measures_person on measures (desk, person) where ended_at is null;
create index measures_organisation on measures (desk, organisation) where ended_at is null and organisation is not null;

-- What a measure took from an open ticket, to be put back exactly if it is lifted.
create table measure_tickets (
  desk text not null,
  measure uuid not null,
  ticket uuid not null,
  kept jsonb not null, -- see ticket_kept()
  primary key (desk, measure, ticket),
  foreign key (desk, measure) references measures on delete cascade,
  foreign key (desk, ticket) references tickets on delete cascade
);
call protect('measure_tickets');

-- Staff who do not meet a customer: they are not named, not assigned, and not shown their tickets as the next.
create table shields (
  desk text not null,
  person uuid not null,
  staff uuid not null,
  since timestamptz not null,
  made_by uuid not null,
  primary key (desk, person, staff),
  foreign key (desk, person) references people on delete cascade,
  foreign key (desk, staff) references staff (desk, id)
);
call protect('shields');
create index shields_staff on shields (desk, staff);

alter table tickets add column slowed_until timestamptz; -- somebody asks more than the policy lets through at once: its turn comes after that
