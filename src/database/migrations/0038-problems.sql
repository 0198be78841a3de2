-- A problem on which tickets of different customers hang, what was said to all of them together, and what became of it on each.
create table problems (
  desk text not null references desks,
  id uuid not null,
  n integer not null, -- "P-3"
  event text not null, -- of the request that named it
  title text not null,
  known text not null, -- what is known of it, for the desk alone
  state text not null default 'open' check (state in ('open', 'solved')),
  revision integer not null default 1,
  made_at timestamptz not null,
  made_by text not null,
  solved_at timestamptz,
  solved_by text,
  primary key (desk, id),
  unique (desk, n),
  unique (desk, event)
);
call protect('problems');

create table problem_tickets (
  desk text not null,
  ticket uuid not null,
  problem uuid not null,
  at timestamptz not null,
  by_name text not null,
  primary key (desk, ticket),
  foreign key (desk, problem) references problems on delete cascade,
  foreign key (desk, ticket) references tickets on delete cascade
);
call protect('problem_tickets');
create index problem_tickets_of on problem_tickets (desk, problem);

create table problem_answers (
  desk text not null,
  id uuid not null,
  problem uuid not null,
  event text not null, -- of the request that sent it
  texts jsonb not null, -- by language; {} where an earlier answer solves
  send_as jsonb not null, -- a language without a text: whose it gets
  earlier uuid, -- the answer that solves
  solves boolean not null,
  by_kind text not null,
  by_id text,
  by_name text not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (desk, id),
  unique (desk, event),
  foreign key (desk, problem) references problems on delete cascade
);
call protect('problem_answers');
create index problem_answers_of on problem_answers (desk, problem);
create index problem_answers_running on problem_answers (made_at) where ended_at is null;

create table problem_sends (
  desk text not null,
  answer uuid not null,
  ticket uuid not null,
  message uuid not null, -- that it becomes, or that solves
  language text, -- of the text; null where an earlier answer solves
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'closed', 'joined', 'off', 'shielded', 'unanswered', 'failed')),
  why text, -- it failed
  tries integer not null default 0,
  at timestamptz,
  primary key (desk, answer, ticket),
  foreign key (desk, answer) references problem_answers on delete cascade,
  foreign key (desk, ticket) references tickets on delete cascade
);
call protect('problem_sends');
create index problem_sends_waiting on problem_sends (desk, answer, tries, ticket) where state = 'waiting';
create index problem_sends_of on problem_sends (desk, ticket);
