-- A ticket's subject is searched with its first message: one index of words to write and to ask instead of two.

alter table messages add column subject text; -- of the message that opened the ticket
update messages m set subject = t.subject
from tickets t
where t.desk = m.desk and t.id = m.ticket
  and m.id = (select f.id from messages f where f.desk = m.desk and f.ticket = m.ticket order by f.at, f.id limit 1);

drop index tickets_words;
alter table messages drop column words;
alter table messages add column words tsvector generated always as (
  setweight(to_tsvector(troth_words(language), coalesce(left(subject, 1000), '')), 'A') || to_tsvector(troth_words(language), left(text, 100000))) stored;
create index messages_words on messages using gin (words);
alter table messages alter column words set statistics 500; -- how common a word is decides how it is looked for

-- Messages that say it, newest first. Planned for the words at hand: a rare word comes from the GIN index, one that stands everywhere
-- from the newest messages, which are the ones that somebody looks for. Everything else about a search is planned once.
create function said_in(desk text, q tsquery, most integer) returns table (ticket uuid, score real)
language plpgsql stable rows 50 set search_path = public, pg_temp as $$
begin
  return query execute 'select m.ticket, ts_rank(m.words, $2) from messages m where m.desk = $1 and m.words @@ $2 order by m.at desc limit $3' using desk, q, most;
end $$;
revoke execute on function said_in(text, tsquery, integer) from public;

-- As in 0003, without an index of its own for subjects.
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
    with said as (select s.ticket, s.score from said_in(here, q, most * 20) s),
    numbered as (select t.id, 10::real from tickets t where t.desk = here and t.number = upper(trim(words))),
    asking as (select t.id, 0.5::real from (select p.id from people p where p.desk = here and length(words) >= 3 and (lower(p.name) || ' ' || p.email) like part limit 50) p
      join lateral (select t.id from tickets t where t.desk = here and t.requester = p.id order by t.opened_at desc limit 50) t on true limit most * 20),
    found as (select * from said union all select * from numbered union all select * from asking)
    select f.ticket, sum(f.score)::real from found f group by f.ticket order by 2 desc, 1 desc limit most;
end $$;

-- A row up to a page's size stays as it is: above two kilobytes it would be compressed, which costs more than the space is worth.
alter table decisions set (toast_tuple_target = 8160);
alter table outbox set (toast_tuple_target = 8160);

-- That the desk exists is held by the policy and the requester, whose keys begin with it.
alter table tickets drop constraint tickets_desk_fkey;
