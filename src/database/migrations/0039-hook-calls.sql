-- A webhook that comes in can be paused; and what came lately is kept with what became of it.
alter table hooks_in add column paused_at timestamptz;
create table hook_calls (
  desk text not null references desks,
  id uuid not null,
  hook uuid not null,
  message text not null, -- the sender's id of it
  outcome text not null check (outcome in ('changed', 'unchanged', 'repeated', 'refused', 'unsigned', 'paused')),
  organisation uuid,
  fault text,
  at timestamptz not null,
  primary key (desk, id),
  foreign key (desk, hook) references hooks_in on delete cascade
);
call protect('hook_calls', 'select, insert, delete');
create index hook_calls_hook on hook_calls (desk, hook, id desc);
