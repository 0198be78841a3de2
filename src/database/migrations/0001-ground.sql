-- What every table stands on: the wall between desks, and text search in four languages.
--
-- The wall. `asDesk()` sets troth.desk for one transaction; the application connects as a member of troth_app, which cannot look past the
-- policies. A migration that makes a table with a desk's rows says `call protect('name')` right after it.
--
-- Search past the wall. Under row-level security `@@`, `@>` and LIKE do not use a GIN index: their operators are not leakproof, so
-- PostgreSQL runs the policy first, on every row. A search is therefore a function of the owner with the desk written out:
--
--   create function search_things(query text) returns setof things language sql stable
--     security definer set search_path = public, pg_temp as $$
--       select * from things where desk = troth_desk() and words @@ websearch_to_tsquery('troth_en', query) $$;
--   revoke execute on function search_things(text) from public;
--   grant execute on function search_things(text) to troth_app;
--
-- The filter `desk = troth_desk()` is the wall there, and a test tries it from the wrong desk.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

grant usage on schema public to troth_app;
alter default privileges in schema public grant usage on sequences to troth_app;

-- The desk of this transaction; null outside one, which equals no desk.
create function troth_desk() returns text language sql stable parallel safe
  return nullif(current_setting('troth.desk', true), '');

-- Epoch milliseconds, as the program counts time, to a timestamp.
create function at_ms(ms double precision) returns timestamptz language sql immutable parallel safe strict
  return to_timestamp(ms / 1000);

-- Closes a table to all desks but the transaction's own. `rights` is what troth_app may do there: history gets 'select, insert'.
-- The owner sees all desks: migrations, backup and the scan for due timers need that, and with `force` only a policy gives it.
create procedure protect(target regclass, rights text default 'select, insert, update, delete') language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy own_desk on %s to troth_app using (desk = troth_desk()) with check (desk = troth_desk())', target);
  execute format('create policy every_desk on %s to current_user using (true) with check (true)', target);
  execute format('grant %s on %s to troth_app', rights, target);
end $$;

-- unaccent() reads a dictionary that could be changed, hence is not immutable for PostgreSQL; ours does not change, and an index needs it.
create function troth_unaccent(words text) returns text language sql immutable parallel safe strict
  return public.unaccent('public.unaccent'::regdictionary, words);

-- Stemming per language, blind to accents: "ete" finds "été", "stiinta" finds "știință".
do $$
declare
  pair record;
begin
  for pair in select * from (values ('troth_en', 'english'), ('troth_fr', 'french'), ('troth_it', 'italian'), ('troth_ro', 'romanian')) as v(ours, theirs) loop
    execute format('create text search configuration public.%I (copy = pg_catalog.%I)', pair.ours, pair.theirs);
    execute format('alter text search configuration public.%I alter mapping for hword, hword_part, word with public.unaccent, pg_catalog.%I', pair.ours, pair.theirs || '_stem');
  end loop;
end $$;

-- The configuration for a language tag; English stands in for a language that we have no stemmer for.
create function troth_words(lang text) returns regconfig language sql immutable parallel safe
  return case lang
    when 'fr' then 'public.troth_fr'::regconfig
    when 'it' then 'public.troth_it'::regconfig
    when 'ro' then 'public.troth_ro'::regconfig
    else 'public.troth_en'::regconfig
  end;
