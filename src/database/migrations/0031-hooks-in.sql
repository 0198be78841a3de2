-- Systems of the vendor's that tell what stands of a customer by signed requests. Their secrets are derived, not kept.
create table hooks_in (
  desk text not null references desks,
  id uuid not null,
  name text not null,
  map jsonb not null, -- where in their words the customer's name and facts are found; {} for ours
  generation integer not null default 1, -- of the secret
  older_until timestamptz, -- so long the secret before holds too
  made_at timestamptz not null,
  made_by text not null,
  heard_at timestamptz,
  fault text, -- why the last one that was signed rightly had no effect
  removed_at timestamptz,
  primary key (desk, id)
);
call protect('hooks_in');
create table hooks_heard (
  desk text not null,
  hook uuid not null,
  id text not null, -- the sender's, of the message
  organisation uuid,
  changed boolean not null,
  at timestamptz not null,
  primary key (desk, hook, id),
  foreign key (desk, hook) references hooks_in on delete cascade
);
call protect('hooks_heard', 'select, insert');
