-- Who is on duty when and who is away, how much each can take, and by which hours something was promised.

alter table desks add column hours integer not null default 0; -- goes up with each change of the closures
alter table staff add column capacity integer check (capacity > 0); -- open tickets at once; null: as many as come
alter table promises add column hours integer not null default 0; -- the state of the closures by which its times were worked out
alter table promises add column risk jsonb; -- {at, would}, epoch ms: a change of hours leaves less time for it than there was; `would` is when it would be due by the new hours

-- A promise is judged by the hours that were known when it was made: closures say from which state of desks.hours to which they held.
alter table closures add column since integer not null default 0;
alter table closures add column until integer;
update desks d set hours = 1 where exists (select 1 from closures c where c.desk = d.desk);
update closures set since = 1, until = case when ended_at is not null then 1 end;

-- A shift once, or every week from its first day to its last; by the wall clock of its zone, past midnight where it is long enough.
create table shifts (
  desk text not null references desks,
  id uuid not null,
  staff uuid not null,
  zone text not null,
  first date not null,
  last date, -- on which it begins last; null: it goes on
  begins integer not null check (begins between 0 and 1439), -- minute of the day
  minutes integer not null check (minutes between 1 and 1440),
  made_at timestamptz not null,
  made_by text not null,
  primary key (desk, id),
  foreign key (desk, staff) references staff
);
call protect('shifts');
create index shifts_staff on shifts (desk, staff);

create table absences (
  desk text not null references desks,
  id uuid not null,
  staff uuid not null,
  starts timestamptz not null,
  ends timestamptz not null check (ends > starts),
  reason text not null check (reason in ('holiday', 'illness', 'training', 'other')),
  made_at timestamptz not null,
  made_by text not null,
  primary key (desk, id),
  foreign key (desk, staff) references staff
);
call protect('absences');
create index absences_staff on absences (desk, staff, ends);

-- True while somebody has a shift and is not away. A desk that keeps no rota has everybody on duty who is not away.
create function on_duty(who uuid, now timestamptz) returns boolean language sql stable as $$
  select not exists (select 1 from absences a where a.desk = troth_desk() and a.staff = who and a.starts <= now and now < a.ends)
    and (not exists (select 1 from shifts s where s.desk = troth_desk())
      or exists (
        select 1 from shifts s, lateral (select now at time zone s.zone as wall) w, lateral (select w.wall::date - back as day from generate_series(0, 1) back) d
        where s.desk = troth_desk() and s.staff = who and d.day >= s.first and (s.last is null or d.day <= s.last) and (d.day - s.first) % 7 = 0
          and extract(epoch from w.wall - d.day::timestamp) / 60 >= s.begins and extract(epoch from w.wall - d.day::timestamp) / 60 < s.begins + s.minutes)) $$;
