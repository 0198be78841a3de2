-- Finding tickets and people, and taking the next, at any size.

-- Lists of all tickets, newest first; whose turn it is, for one member of staff and for nobody's.
create index tickets_opened on tickets (desk, opened_at desc, id desc);
create index tickets_turn on tickets (desk, assignee, rank, opened_at, id) where status = 'open' and not refused;
create index rulings_undecided on rulings (desk, ticket) where state = 'undecided';

create index tickets_words on tickets using gin (to_tsvector(troth_words(language), subject));
create index people_words on people using gin ((lower(name) || ' ' || email) gin_trgm_ops);
create index organisations_words on organisations using gin (lower(name) gin_trgm_ops);

-- A text may be in any of the desk's languages, so it is asked in all of them; what is the same in two is asked once, else the planner
-- would count its hits twice and take a rare word for a common one. Null where nothing is left to ask.
create function troth_query(words text) returns tsquery language sql immutable parallel safe return (
  select string_agg(distinct '(' || q::text || ')', ' | ')::tsquery
  from (values (websearch_to_tsquery('public.troth_en', words)), (websearch_to_tsquery('public.troth_fr', words)),
    (websearch_to_tsquery('public.troth_it', words)), (websearch_to_tsquery('public.troth_ro', words))) v (q)
  where numnode(q) > 0);
alter table messages alter column words set statistics 500; -- how common a word is decides how it is looked for

-- Tickets by what was said, their subject, their number or who asked, best first. Past the row walls, with the wall written out (0001 says
-- why). `person` and `office` are the customer who looks: with them only their tickets are searched, and no notes.
-- The statements are planned for the words at hand: a rare word comes from the GIN index, one that stands everywhere from the newest
-- messages, which are the ones that somebody looks for; the best among `most` * 20 hits are told.
drop function search_messages(text, text, integer);
create index messages_newest on messages (desk, at desc);
create function search_tickets(words text, most integer, person uuid, office uuid) returns table (ticket uuid, score real)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  q tsquery := troth_query(words);
  part text := '%' || replace(replace(replace(lower(trim(words)), '\', '\\'), '%', '\%'), '_', '\_') || '%';
  hits integer := most * 20;
begin
  if person is not null then
    return query execute '
      with own as materialized (select t.id, t.number, t.language, t.subject from tickets t where t.desk = $1 and (t.requester = $2 or t.organisation = $3) order by t.opened_at desc limit 5000),
      found as (
        select o.id, ts_rank(m.words, $4) as score from own o join messages m on m.desk = $1 and m.ticket = o.id where m.words @@ $4 and m.kind <> ''note''
        union all select o.id, 1 + ts_rank(to_tsvector(troth_words(o.language), o.subject), $4) from own o where to_tsvector(troth_words(o.language), o.subject) @@ $4
        union all select o.id, 10 from own o where o.number = upper(trim($5)))
      select f.id, sum(f.score)::real from found f group by f.id order by 2 desc, 1 desc limit $6'
      using troth_desk(), person, office, q, words, most;
    return;
  end if;
  return query execute '
    with said as (select m.ticket, ts_rank(m.words, $2) as score from messages m where m.desk = $1 and m.words @@ $2 order by m.at desc limit $3),
    headed as (select t.id, 1 + ts_rank(to_tsvector(troth_words(t.language), t.subject), $2) from tickets t
      where t.desk = $1 and to_tsvector(troth_words(t.language), t.subject) @@ $2 order by t.opened_at desc limit $3),
    numbered as (select t.id, 10::real from tickets t where t.desk = $1 and t.number = upper(trim($4))),
    asking as (select t.id, 0.5::real from (select p.id from people p where p.desk = $1 and length($4) >= 3 and (lower(p.name) || '' '' || p.email) like $5 limit 50) p
      join lateral (select t.id from tickets t where t.desk = $1 and t.requester = p.id order by t.opened_at desc limit 50) t on true limit $3),
    found as (select * from said union all select * from headed union all select * from numbered union all select * from asking)
    select f.ticket, sum(f.score)::real from found f group by f.ticket order by 2 desc, 1 desc limit $6'
    using troth_desk(), q, hits, words, part, most;
end $$;
revoke execute on function search_tickets(text, integer, uuid, uuid) from public;
grant execute on function search_tickets(text, integer, uuid, uuid) to troth_app;

-- People by a part of their name or address.
create function search_people(words text, most integer) returns table (person uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from people p
  where p.desk = troth_desk() and (lower(p.name) || ' ' || p.email) like '%' || replace(replace(replace(lower(trim(words)), '\', '\\'), '%', '\%'), '_', '\_') || '%'
  order by p.name limit most $$;
revoke execute on function search_people(text, integer) from public;
grant execute on function search_people(text, integer) to troth_app;
