-- What a mail asked for that nothing proves: held until the one whose address is on file answers with a code that was sent there.
create table held_acts (
  desk text not null,
  id uuid not null,
  ticket uuid not null,
  event jsonb not null, -- what happens once the code is answered
  code bytea not null, -- a keyed hash of it
  mail_id text not null, -- of the mail that brought it
  made_at timestamptz not null,
  ends_at timestamptz not null,
  wrong integer not null default 0,
  answered_at timestamptz,
  done_at timestamptz,
  fault text, -- why it could not be done all the same
  primary key (desk, id),
  foreign key (desk, ticket) references tickets on delete cascade
);
call protect('held_acts');
create index held_acts_mail on held_acts (desk, ticket) where answered_at is null;
create index held_acts_answered on held_acts (answered_at) where done_at is null;
