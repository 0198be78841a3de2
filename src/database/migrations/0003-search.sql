-- Finding tickets and people, and taking the next, at any size.

-- Lists of all tickets, newest first; whose turn it is, for one member of staff and for nobody's.
create index tickets_opened on tickets (desk, opened_at desc, id desc);
create index tickets_turn on tickets (desk, assignee, rank, opened_at, id) where status = 'open' and not refused;
create index rulings_undecided on rulings (desk, ticket) where state = 'undecided';

create index tickets_words on tickets using gin (to_tsvector(troth_words(language), subject));
create index people_words on people using gin ((lower(name) || ' ' || email) gin_trgm_ops);
create index organisations_words on organisations using gin (lower(name) gin_trgm_ops);

-- A text may be in any of the desk's languages, so it is asked in all of them.
create function troth_query(words text) returns tsquery language sql immutable parallel safe
  return websearch_to_tsquery('public.troth_en', words) || websearch_to_tsquery('public.troth_fr', words)
    || websearch_to_tsquery('public.troth_it', words) || websearch_to_tsquery('public.troth_ro', words);

-- Tickets by what was said, their subject, their number or who asked, best first. Past the row walls, with the wall written out (0001 says
-- why). `person` and `office` are the customer who looks: with them only their tickets are found, and never by a note. A word that
-- stands everywhere is ranked among `most` * 20 hits only, so that the search stays quick.
drop function search_messages(text, text, integer);
create function search_tickets(words text, most integer, person uuid, office uuid) returns table (ticket uuid, score real)
language sql stable security definer set search_path = public, pg_temp as $$
  with asked as (select troth_query(words) as q),
  own as (select t.id from tickets t where person is not null and t.desk = troth_desk() and (t.requester = person or t.organisation = office)),
  said as (
    select m.ticket, ts_rank(m.words, a.q) as score from asked a, messages m
    where m.desk = troth_desk() and m.words @@ a.q and (person is null or (m.kind <> 'note' and m.ticket in (select id from own))) limit most * 20
  ),
  headed as (
    select t.id, 1 + ts_rank(to_tsvector(troth_words(t.language), t.subject), a.q) from asked a, tickets t
    where t.desk = troth_desk() and to_tsvector(troth_words(t.language), t.subject) @@ a.q and (person is null or t.id in (select id from own)) limit most * 20
  ),
  numbered as (select t.id, 10::real from tickets t where t.desk = troth_desk() and t.number = upper(trim(words))),
  asking as (
    select t.id, 0.5::real from tickets t
    where t.desk = troth_desk() and length(words) >= 3 and t.requester in (
      select p.id from people p where p.desk = troth_desk() and (lower(p.name) || ' ' || p.email) like '%' || replace(replace(replace(lower(trim(words)), '\', '\\'), '%', '\%'), '_', '\_') || '%' limit 50)
    limit most * 4
  ),
  found as (select * from said union all select * from headed union all select * from numbered union all select * from asking)
  select f.ticket, sum(f.score)::real from found f
  where person is null or f.ticket in (select id from own)
  group by f.ticket order by 2 desc, 1 desc limit most $$;
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
