-- Of words that many messages hold the newest four hundred are weighed, not the newest thousand: among 100,000 tickets that is half the time, and
-- what is older than four hundred others with the same words is asked for with one word more.
create or replace function said_in(desk text, q tsquery, most integer) returns table (ticket uuid, score real)
language plpgsql stable rows 50 set search_path = public, pg_temp as $$
begin
  return query execute 'select m.ticket, ts_rank(m.words, $2) from (select m.ticket, m.words from messages m where m.desk = $1 and m.words @@ $2 order by m.at desc limit $3) m' using desk, q, most;
end $$;

create or replace function search_tickets(words text, most integer, person uuid, office uuid) returns table (ticket uuid, score real)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  q tsquery := troth_query(words);
  part text := '%' || replace(replace(replace(lower(trim(words)), '\', '\\'), '%', '\%'), '_', '\_') || '%';
  here text := troth_desk();
begin
  if person is not null then
    return query
      with own as materialized (select t.id, t.number from tickets t where t.desk = here and (t.requester = person or t.organisation = office) order by t.opened_at desc limit 5000),
      found as (
        select o.id, ts_rank(m.words, q) as score from own o join messages m on m.desk = here and m.ticket = o.id where m.words @@ q and m.kind <> 'note'
        union all select o.id, 10 from own o where o.number = upper(trim(words)))
      select f.id, sum(f.score)::real from found f group by f.id order by 2 desc, 1 desc limit most;
    return;
  end if;
  return query
    with said as (select s.ticket, s.score from said_in(here, q, least(most * 20, 400)) s),
    numbered as (select t.id, 10::real from tickets t where t.desk = here and t.number = upper(trim(words))),
    asking as (select t.id, 0.5::real from named_in(here, part) p
      join lateral (select t.id from tickets t where t.desk = here and t.requester = p.person order by t.opened_at desc limit 50) t on true where length(words) >= 3 limit 400),
    found as (select * from said union all select * from numbered union all select * from asking)
    select f.ticket, sum(f.score)::real from found f group by f.ticket order by 2 desc, 1 desc limit most;
end $$;
