-- Versions of a policy that take effect later: when exactly, who was told of it, and what became of those that were withdrawn.
alter table policies add takes_effect timestamptz; -- its day begins in the zone of its desk
update policies p set takes_effect = p.effective::timestamp at time zone d.zone from desks d where d.desk = p.desk;
alter table policies alter column takes_effect set not null;
alter table policies add withdrawn_at timestamptz;
alter table policies add withdrawn_by text;
alter table policies add withdrawn_why text;
alter table policies add replaced_by integer; -- the version that was activated in its place
grant update (withdrawn_at, withdrawn_by, withdrawn_why) on policies to troth_app;

-- What is to be told of a version, person by person: a row of work that goes on where it was, whichever process does it.
create table policy_news (
  desk text not null,
  version integer not null,
  kind text not null check (kind in ('announced', 'withdrawn', 'effective')), -- the last: the desk's own row follows it from then on
  was integer, -- the version that holds until then
  made_at timestamptz not null,
  made_by text not null,
  clause text, -- the promise of notice, where there is one
  announce_by timestamptz, -- by when it is kept
  late_why text, -- why it was activated though that had passed
  at timestamptz not null, -- when some of it is to be done next
  after uuid, -- the last person who was looked at
  told integer not null default 0, -- who were written to
  missed integer not null default 0, -- who could not be told any more in time
  unreachable integer not null default 0, -- whose address takes no mail
  kept_back integer not null default 0, -- mails that had not left when the version was withdrawn
  done_at timestamptz,
  primary key (desk, version, kind),
  foreign key (desk, version) references policies
);
call protect('policy_news');
create index policy_news_due on policy_news (at) where done_at is null;

create table policy_told (
  desk text not null,
  version integer not null,
  kind text not null,
  person uuid not null,
  outbox uuid not null, -- the mail
  at timestamptz not null,
  primary key (desk, version, kind, person),
  foreign key (desk, version, kind) references policy_news,
  foreign key (desk, person) references people on delete cascade
);
call protect('policy_told');
create index policy_told_person on policy_told (desk, person);

-- That a version was announced in time is a promise kept or broken on the day of its activation, and counts like any other.
create function version_counts() returns trigger language plpgsql as $$
begin
  insert into ledger_sums (desk, by, week, key, kind, state, part, n)
    select new.desk, 'clause', date_trunc('week', new.made_at at time zone d.zone)::date, new.clause, 'notice',
      case when new.made_at <= new.announce_by then 'kept' else 'broken' end, pg_backend_pid() % 64, 1 from desks d where d.desk = new.desk
    on conflict (desk, by, week, key, kind, state, part) do update set n = ledger_sums.n + 1;
  return new;
end $$;
create trigger version_counts after insert on policy_news for each row
  when (new.kind = 'announced' and new.clause is not null and new.announce_by is not null) execute function version_counts();

create or replace function recount_ledger(whose text) returns void language sql as $$
  delete from ledger_sums where desk = whose;
  insert into ledger_sums (desk, by, week, key, kind, state, part, n)
    select whose, b.by, p.week, b.key, b.kind, p.state, 0, sum(p.n) from (
      select date_trunc('week', p.ended_at at time zone d.zone)::date as week, p.clause, p.kind, coalesce(p.expert::text, '') as expert, coalesce(p.topic, '') as topic, p.state, count(*) as n
      from promises p join desks d on d.desk = p.desk where p.desk = whose and p.state in ('kept', 'broken', 'withdrawn') and p.ended_at is not null group by 1, 2, 3, 4, 5, 6
    ) p, lateral (values ('clause', p.clause, p.kind), ('expert', p.expert, ''), ('topic', p.topic, '')) b (by, key, kind) group by b.by, p.week, b.key, b.kind, p.state;
  insert into ledger_sums (desk, by, week, key, kind, state, part, n)
    select whose, 'clause', date_trunc('week', m.announced_at at time zone d.zone)::date, m.clause, 'notice', case when m.announced_at <= m.announce_by then 'kept' else 'broken' end, 1, count(*)
    from (
      select desk, announced_at, clause, announce_by from maintenance
      union all select desk, made_at, clause, announce_by from policy_news where kind = 'announced'
    ) m join desks d on d.desk = m.desk where m.desk = whose and m.clause is not null and m.announce_by is not null group by 3, 4, 6;
$$;
