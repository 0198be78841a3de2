-- Where the policy has the customer asked before their ticket is closed: what was asked, and what they said to it.
create table closings (
  desk text not null,
  id uuid not null,
  ticket uuid not null,
  event text not null, -- that asked
  outcome text not null check (outcome in ('solved', 'unresolved')),
  message uuid, -- what was found: an answer that is the solution, or why there is none
  clause text not null, -- that asks
  follows jsonb not null, -- what the closing would make owed, and by which clause
  asked_at timestamptz not null,
  asked_by text not null,
  closes_at timestamptz, -- without an answer; none once the customer has written, or where the policy names no time
  state text not null default 'open' check (state in ('open', 'agreed', 'refused', 'silent', 'withdrawn')),
  answered_at timestamptz,
  answered_by text,
  channel text,
  primary key (desk, id),
  foreign key (desk, ticket) references tickets on delete cascade
);
call protect('closings');
create index closings_ticket on closings (desk, ticket, asked_at);
create unique index closings_open on closings (desk, ticket) where state = 'open';
