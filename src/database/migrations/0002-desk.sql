-- The desk: who asks, who answers, what was said, what was decided, what was promised. Every key begins with the desk.

create table desks (
  desk text primary key,
  names jsonb not null, -- words per language
  prefix text not null, -- of ticket numbers
  languages text[] not null,
  zone text not null,
  address text not null unique, -- mail to it opens tickets
  colour text,
  made_at timestamptz not null default now()
);
call protect('desks', 'select, update');

-- Texts of policies as they were activated; never changed afterwards.
create table policies (
  desk text not null references desks,
  version integer not null,
  label text not null,
  effective date not null,
  text text not null,
  sha text not null,
  activated_at timestamptz not null default now(),
  activated_by text not null,
  primary key (desk, version)
);
call protect('policies', 'select, insert');

create table organisations (
  desk text not null references desks,
  id uuid not null,
  name text not null,
  zone text,
  language text,
  attributes jsonb not null default '{}', -- facts of the record, by their name in the policy
  made_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (desk, id)
);
call protect('organisations');
create unique index organisations_name on organisations (desk, lower(name));

-- What an organisation's facts were, from when: a draft policy may ask the past.
create table organisation_history (
  desk text not null,
  organisation uuid not null,
  since timestamptz not null,
  attributes jsonb not null,
  changed_by text not null,
  primary key (desk, organisation, since),
  foreign key (desk, organisation) references organisations on delete cascade
);
call protect('organisation_history', 'select, insert, delete');

create table people (
  desk text not null references desks,
  id uuid not null,
  organisation uuid,
  name text not null,
  email text not null, -- lower case
  phone text,
  language text,
  zone text,
  sees text not null default 'office' check (sees in ('own', 'office')),
  made_at timestamptz not null default now(),
  primary key (desk, id),
  foreign key (desk, organisation) references organisations
);
call protect('people');
create unique index people_email on people (desk, email);

create table staff (
  desk text not null references desks,
  id uuid not null,
  name text not null,
  email text not null,
  password text not null, -- scrypt, see desk/staff/password.ts
  role text not null check (role in ('admin', 'lead', 'agent')),
  language text not null default 'en',
  present boolean not null default true,
  trained text[] not null default '{}',
  demo boolean not null default false, -- a demo login: refused outside loopback
  disabled_at timestamptz,
  made_at timestamptz not null default now(),
  primary key (desk, id)
);
call protect('staff');
create unique index staff_email on staff (desk, email);

-- Signed-in browsers, of staff and of customers. Only a hash of the token is kept.
create table sessions (
  desk text not null references desks,
  token bytea not null,
  who text not null check (who in ('staff', 'person')),
  id uuid not null,
  made_at timestamptz not null default now(),
  ends_at timestamptz not null,
  primary key (desk, token)
);
call protect('sessions');

create table sign_in_links (
  desk text not null references desks,
  token bytea not null,
  person uuid not null,
  ends_at timestamptz not null,
  used_at timestamptz,
  primary key (desk, token),
  foreign key (desk, person) references people on delete cascade
);
call protect('sign_in_links');

create table api_keys (
  desk text not null references desks,
  id uuid not null,
  name text not null,
  hash bytea not null,
  scopes text[] not null,
  made_at timestamptz not null default now(),
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (desk, id)
);
call protect('api_keys');
create unique index api_keys_hash on api_keys (hash);

create table idempotency_keys (
  desk text not null references desks,
  who text not null,
  key text not null,
  request text not null, -- a hash of what was asked
  status integer,
  response jsonb,
  at timestamptz not null default now(),
  primary key (desk, who, key)
);
call protect('idempotency_keys');

create table tickets (
  desk text not null references desks,
  id uuid not null,
  number text not null, -- "OC-1042"
  subject text not null,
  requester uuid not null,
  organisation uuid,
  channel text not null,
  language text not null,
  zone text not null,
  status text not null default 'open' check (status in ('open', 'waiting', 'closed')),
  refused boolean not null default false,
  outcome text check (outcome in ('solved', 'unresolved')),
  assignee uuid,
  rank integer not null default 1000, -- the queue's order, then opened_at
  rank_clause text,
  policy integer not null, -- the version it is judged by
  claims jsonb not null default '{}', -- facts as the customer said them
  findings jsonb not null default '{}', -- facts as staff found them
  results jsonb not null default '{}', -- the last answer of every table
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  said_at timestamptz not null, -- the last message of the customer
  closed_at timestamptz,
  revision integer not null default 1,
  primary key (desk, id),
  foreign key (desk, requester) references people,
  foreign key (desk, organisation) references organisations,
  foreign key (desk, assignee) references staff (desk, id),
  foreign key (desk, policy) references policies (desk, version)
);
call protect('tickets');
create unique index tickets_number on tickets (desk, number);
create index tickets_queue on tickets (desk, rank, opened_at, id) where status = 'open' and not refused;
create index tickets_status on tickets (desk, status, opened_at desc, id);
create index tickets_requester on tickets (desk, requester, opened_at desc);
create index tickets_organisation on tickets (desk, organisation, opened_at desc);
create index tickets_assignee on tickets (desk, assignee) where status <> 'closed';

create table messages (
  desk text not null,
  id uuid not null,
  ticket uuid not null,
  kind text not null check (kind in ('message', 'answer', 'note', 'automatic')),
  author uuid, -- a person or a member of staff, by `kind`
  author_name text not null,
  channel text not null,
  language text not null default 'en',
  text text not null, -- what is new in it, for reading
  html text, -- sanitised
  whole text, -- with quote and signature, where it differs
  mail_id text, -- Message-ID
  raw text, -- the blob of the raw mail
  at timestamptz not null,
  words tsvector generated always as (to_tsvector(troth_words(language), left(text, 100000))) stored,
  primary key (desk, id),
  foreign key (desk, ticket) references tickets on delete cascade
);
call protect('messages');
create index messages_ticket on messages (desk, ticket, at);
create index messages_words on messages using gin (words);

-- Mails by Message-ID, in and out, so that an answer finds its ticket.
create table mail_threads (
  desk text not null,
  mail_id text not null,
  ticket uuid not null,
  primary key (desk, mail_id),
  foreign key (desk, ticket) references tickets on delete cascade
);
call protect('mail_threads');

create table files (
  desk text not null,
  id uuid not null,
  ticket uuid not null,
  message uuid not null,
  name text not null,
  type text not null,
  size bigint not null,
  sha text not null,
  at timestamptz not null default now(),
  primary key (desk, id),
  foreign key (desk, message) references messages on delete cascade
);
call protect('files');
create index files_ticket on files (desk, ticket);

-- Everything that happened, once: the id makes an event that arrives twice have one effect; (tx, seq) is the feed's cursor.
create table events (
  desk text not null references desks,
  id text not null,
  kind text not null,
  ticket uuid,
  by_kind text not null check (by_kind in ('person', 'staff', 'key', 'clock', 'desk')),
  by_id text,
  at timestamptz not null,
  detail jsonb not null default '{}',
  tx xid8 not null default pg_current_xact_id(),
  seq bigint generated always as identity,
  primary key (desk, id)
);
call protect('events', 'select, insert');
create index events_ticket on events (desk, ticket, at);
create index events_feed on events (desk, tx, seq);

create table decisions (
  desk text not null,
  id uuid not null,
  ticket uuid not null,
  event text not null,
  moment text not null,
  at timestamptz not null,
  policy integer not null,
  facts jsonb not null,
  results jsonb not null,
  reasons jsonb not null, -- with the words as they were rendered
  effects jsonb not null,
  primary key (desk, id),
  foreign key (desk, ticket) references tickets on delete cascade
);
call protect('decisions', 'select, insert');
create index decisions_ticket on decisions (desk, ticket, at);

create table promises (
  desk text not null,
  id uuid not null,
  ticket uuid not null,
  subject text not null,
  kind text not null,
  clause text not null,
  policy integer not null,
  strength text not null,
  starts timestamptz not null,
  due timestamptz,
  goal timestamptz,
  calendar text not null,
  state text not null default 'running' check (state in ('running', 'paused', 'kept', 'broken', 'withdrawn')),
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (desk, id),
  foreign key (desk, ticket) references tickets on delete cascade
);
call protect('promises');
create index promises_ticket on promises (desk, ticket);
create unique index promises_once on promises (desk, ticket, subject, kind) where state in ('running', 'paused');
create index promises_due on promises (desk, due) where state = 'running';

create table rulings (
  desk text not null,
  ticket uuid not null,
  clause text not null,
  role text not null,
  options jsonb not null,
  state text not null default 'undecided' check (state in ('undecided', 'granted', 'declined')),
  option text,
  reason text,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  primary key (desk, ticket, clause),
  foreign key (desk, ticket) references tickets on delete cascade
);
call protect('rulings');

-- What rules count: no-shows, misconduct … each with whom it concerns.
create table occurrences (
  desk text not null references desks,
  id uuid not null,
  kind text not null,
  person uuid,
  organisation uuid,
  ticket uuid,
  at timestamptz not null,
  primary key (desk, id)
);
call protect('occurrences');
create index occurrences_kind on occurrences (desk, kind, organisation, at);

-- A timer coming due is one more event on the road. The key replaces and cancels.
create table timers (
  desk text not null,
  ticket uuid not null,
  key text not null,
  at timestamptz not null,
  moment text not null,
  about text not null,
  claimed_until timestamptz,
  primary key (desk, ticket, key),
  foreign key (desk, ticket) references tickets on delete cascade
);
call protect('timers');
create index timers_at on timers (at);

-- What has to leave the building, written in the event's own transaction.
create table outbox (
  desk text not null references desks,
  id uuid not null,
  kind text not null,
  ticket uuid,
  payload jsonb not null,
  made_at timestamptz not null,
  send_at timestamptz not null,
  tries integer not null default 0,
  claimed_until timestamptz,
  done_at timestamptz,
  fault text,
  primary key (desk, id)
);
call protect('outbox');
create index outbox_waiting on outbox (send_at) where done_at is null;

-- Raw mail, kept whole before it is read.
create table inbound_mails (
  desk text not null references desks,
  sha text not null,
  sender text not null,
  recipient text not null,
  size bigint not null,
  at timestamptz not null,
  state text not null default 'kept' check (state in ('kept', 'done', 'set-aside', 'quarantined')),
  fault text,
  ticket uuid,
  primary key (desk, sha)
);
call protect('inbound_mails');
create index inbound_mails_state on inbound_mails (desk, state, at) where state <> 'done';

-- The catching mailbox: where no outgoing server is set, every mail ends here and can be read.
create table mailbox (
  desk text not null references desks,
  id uuid not null,
  seq bigint generated always as identity,
  sender text not null,
  recipients text[] not null,
  subject text not null,
  headers jsonb not null,
  text text not null,
  html text not null,
  at timestamptz not null default now(),
  primary key (desk, id)
);
call protect('mailbox');
create index mailbox_order on mailbox (seq);

-- Numbers: one sequence a desk, so that two tickets at once do not wait for each other.
create function next_ticket_number() returns bigint language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  return nextval(format('public.%I', 'ticket_number_' || troth_desk()));
end $$;
revoke execute on function next_ticket_number() from public;
grant execute on function next_ticket_number() to troth_app;

-- Search past the row walls, with the wall written out (0001 says why).
create function search_messages(query text, lang text, most integer) returns table (ticket uuid, rank real)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.ticket, max(ts_rank(m.words, q)) as rank
  from messages m, websearch_to_tsquery(troth_words(lang), query) q
  where m.desk = troth_desk() and m.words @@ q
  group by m.ticket order by 2 desc limit most $$;
revoke execute on function search_messages(text, text, integer) from public;
grant execute on function search_messages(text, text, integer) to troth_app;
