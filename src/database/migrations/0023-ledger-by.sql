-- The sums of the ledger by what they are asked for: one row for each clause, expert or topic of a week, instead of one for each meeting of the three.
-- A chart over two years by expert reads a few thousand rows then, however many promises there were.
drop table ledger_sums;
create table ledger_sums (
  desk text not null references desks,
  by text not null check (by in ('clause', 'expert', 'topic')),
  week date not null, -- its Monday, in the desk's zone
  key text not null, -- the clause, a member of staff's id, the topic; empty where there is none
  kind text not null, -- of promise, by clause alone
  state text not null check (state in ('kept', 'broken', 'withdrawn')),
  part smallint not null, -- each server process counts in rows of its own, so that none waits for another; a reader adds them up
  n integer not null,
  primary key (desk, by, week, key, kind, state, part)
);
call protect('ledger_sums');

create or replace function promise_ends() returns trigger language plpgsql as $$
begin
  select t.assignee, coalesce(t.findings->>'topic', t.claims->>'topic') into new.expert, new.topic from tickets t where t.desk = new.desk and t.id = new.ticket;
  insert into ledger_sums (desk, by, week, key, kind, state, part, n)
    select new.desk, b.by, date_trunc('week', new.ended_at at time zone d.zone)::date, b.key, b.kind, new.state, pg_backend_pid() % 64, 1
    from desks d, (values ('clause', new.clause, new.kind), ('expert', coalesce(new.expert::text, ''), ''), ('topic', coalesce(new.topic, ''), '')) b (by, key, kind) where d.desk = new.desk
    on conflict (desk, by, week, key, kind, state, part) do update set n = ledger_sums.n + 1;
  return new;
end $$;

-- Notice of maintenance has no expert and no topic: it counts by its clause.
create or replace function maintenance_counts() returns trigger language plpgsql as $$
begin
  insert into ledger_sums (desk, by, week, key, kind, state, part, n)
    select new.desk, 'clause', date_trunc('week', new.announced_at at time zone d.zone)::date, new.clause, 'notice',
      case when new.announced_at <= new.announce_by then 'kept' else 'broken' end, pg_backend_pid() % 64, 1 from desks d where d.desk = new.desk
    on conflict (desk, by, week, key, kind, state, part) do update set n = ledger_sums.n + 1;
  return new;
end $$;

create or replace function recount_ledger(whose text) returns void language sql as $$
  delete from ledger_sums where desk = whose;
  insert into ledger_sums (desk, by, week, key, kind, state, part, n)
    select whose, b.by, p.week, b.key, b.kind, p.state, 0, sum(p.n) from (
      select date_trunc('week', p.ended_at at time zone d.zone)::date as week, p.clause, p.kind, coalesce(p.expert::text, '') as expert, coalesce(p.topic, '') as topic, p.state, count(*) as n
      from promises p join desks d on d.desk = p.desk where p.desk = whose and p.state in ('kept', 'broken', 'withdrawn') and p.ended_at is not null group by 1, 2, 3, 4, 5, 6
    ) p, lateral (values ('clause', p.clause, p.kind), ('expert', p.expert, ''), ('topic', p.topic, '')) b (by, key, kind) group by b.by, p.week, b.key, b.kind, p.state;
  insert into ledger_sums (desk, by, week, key, kind, state, part, n)
    select whose, 'clause', date_trunc('week', m.announced_at at time zone d.zone)::date, m.clause, 'notice', case when m.announced_at <= m.announce_by then 'kept' else 'broken' end, 1, count(*)
    from maintenance m join desks d on d.desk = m.desk where m.desk = whose and m.clause is not null and m.announce_by is not null group by 3, 4, 6;
$$;
select recount_ledger(desk) from desks;
