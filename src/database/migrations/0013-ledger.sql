-- The ledger: whose and about what a promise was when it ended, and its sums, kept in the transaction that ends it.

alter table desks add column publishes boolean not null default false; -- the sums are on a page for everybody
alter table promises add column expert uuid; -- who had the ticket when it ended
alter table promises add column topic text;

-- How many ended how in a week. Each server process counts in rows of its own (`part`), so that none waits for another; a reader adds them up.
create table ledger_sums (
  desk text not null references desks,
  week date not null, -- its Monday, in the desk's zone
  clause text not null,
  kind text not null,
  expert text not null, -- a member of staff's id, or empty
  topic text not null,
  state text not null check (state in ('kept', 'broken', 'withdrawn')),
  part smallint not null,
  n integer not null,
  primary key (desk, week, clause, kind, expert, topic, state, part)
);
call protect('ledger_sums');

create function promise_ends() returns trigger language plpgsql as $$
begin
  select t.assignee, coalesce(t.findings->>'topic', t.claims->>'topic') into new.expert, new.topic from tickets t where t.desk = new.desk and t.id = new.ticket;
  insert into ledger_sums (desk, week, clause, kind, expert, topic, state, part, n)
    select new.desk, date_trunc('week', new.ended_at at time zone d.zone)::date, new.clause, new.kind, coalesce(new.expert::text, ''), coalesce(new.topic, ''), new.state, pg_backend_pid() % 64, 1 from desks d where d.desk = new.desk
    on conflict (desk, week, clause, kind, expert, topic, state, part) do update set n = ledger_sums.n + 1;
  return new;
end $$;
create trigger promise_ends before update of state on promises for each row
  when (old.state in ('running', 'paused') and new.state in ('kept', 'broken', 'withdrawn') and new.ended_at is not null) execute function promise_ends();

-- Counts anew what has ended: once for what ended before there were sums, and whenever somebody doubts them.
create function recount_ledger(whose text) returns void language sql as $$
  delete from ledger_sums where desk = whose;
  insert into ledger_sums (desk, week, clause, kind, expert, topic, state, part, n)
    select p.desk, date_trunc('week', p.ended_at at time zone d.zone)::date, p.clause, p.kind, coalesce(p.expert::text, ''), coalesce(p.topic, ''), p.state, 0, count(*)
    from promises p join desks d on d.desk = p.desk where p.desk = whose and p.state in ('kept', 'broken', 'withdrawn') and p.ended_at is not null group by 1, 2, 3, 4, 5, 6, 7;
$$;
update promises p set expert = t.assignee, topic = coalesce(t.findings->>'topic', t.claims->>'topic') from tickets t
  where t.desk = p.desk and t.id = p.ticket and p.state in ('kept', 'broken', 'withdrawn');
select recount_ledger(desk) from desks;
