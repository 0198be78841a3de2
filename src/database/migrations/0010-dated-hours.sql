-- What the calendar of a policy cannot know: days on which a desk opens otherwise, and windows of announced maintenance.

-- On the dates from `first` to `last` (YYYY-MM-DD, of the calendar's zone) these hours hold instead; none: closed.
create table closures (
  desk text not null references desks,
  id uuid not null,
  calendar text not null,
  first text not null check (first ~ '^\d{4}-\d{2}-\d{2}$'),
  last text not null check (last >= first),
  hours jsonb not null default '[]', -- [{from, to}] in minutes of the day
  reason text not null,
  made_at timestamptz not null,
  made_by text not null,
  ended_at timestamptz, -- taken back
  primary key (desk, id)
);
call protect('closures');
create index closures_stand on closures (desk, last) where ended_at is null;

create table maintenance (
  desk text not null references desks,
  id uuid not null,
  starts timestamptz not null,
  ends timestamptz not null check (ends > starts),
  words text not null,
  announced_at timestamptz not null,
  announced_by text not null,
  called_off_at timestamptz,
  primary key (desk, id)
);
call protect('maintenance');
create index maintenance_ends on maintenance (desk, ends) where called_off_at is null;
