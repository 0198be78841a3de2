-- Who asked to be told of maintenance. Nothing is here before they confirmed it, and nothing after they took it back.
create table subscribers (
  desk text not null references desks,
  id uuid not null,
  email text not null, -- lower case
  language text not null,
  zone text not null, -- in which the times are said to them
  since timestamptz not null,
  primary key (desk, id),
  unique (desk, email)
);
call protect('subscribers');

-- That maintenance was announced in time is a promise kept or broken on the day of the announcement, and counts like any other.
create function maintenance_counts() returns trigger language plpgsql as $$
begin
  insert into ledger_sums (desk, week, clause, kind, expert, topic, state, part, n)
    select new.desk, date_trunc('week', new.announced_at at time zone d.zone)::date, new.clause, 'notice', '', '',
      case when new.announced_at <= new.announce_by then 'kept' else 'broken' end, pg_backend_pid() % 64, 1 from desks d where d.desk = new.desk
    on conflict (desk, week, clause, kind, expert, topic, state, part) do update set n = ledger_sums.n + 1;
  return new;
end $$;
create trigger maintenance_counts after insert on maintenance for each row
  when (new.clause is not null and new.announce_by is not null) execute function maintenance_counts();

create or replace function recount_ledger(whose text) returns void language sql as $$
  delete from ledger_sums where desk = whose;
  insert into ledger_sums (desk, week, clause, kind, expert, topic, state, part, n)
    select p.desk, date_trunc('week', p.ended_at at time zone d.zone)::date, p.clause, p.kind, coalesce(p.expert::text, ''), coalesce(p.topic, ''), p.state, 0, count(*)
    from promises p join desks d on d.desk = p.desk where p.desk = whose and p.state in ('kept', 'broken', 'withdrawn') and p.ended_at is not null group by 1, 2, 3, 4, 5, 6, 7;
  insert into ledger_sums (desk, week, clause, kind, expert, topic, state, part, n)
    select m.desk, date_trunc('week', m.announced_at at time zone d.zone)::date, m.clause, 'notice', '', '', case when m.announced_at <= m.announce_by then 'kept' else 'broken' end, 0, count(*)
    from maintenance m join desks d on d.desk = m.desk where m.desk = whose and m.clause is not null and m.announce_by is not null group by 1, 2, 3, 7;
$$;
