-- Where other systems are told of what happens: an address of theirs, and of which events. Its secret is derived from the server's, nothing of it is kept.
create table endpoints (
  desk text not null references desks,
  id uuid not null,
  url text not null,
  events text[] not null,
  generation integer not null default 1, -- of its secret
  rotated_at timestamptz, -- the elder secret signs beside the newer one for a day from then
  made_at timestamptz not null,
  made_by text not null,
  stopped_at timestamptz, -- nothing is told to it from then on
  primary key (desk, id)
);
call protect('endpoints');
create index outbox_endpoint on outbox (desk, (payload->>'endpoint'), made_at) where kind = 'webhook';
