-- Tables of customers on their way in: looked at first, then brought in row by row; where a server ended in between, the next goes on from `done`.
create table imports (
  desk text not null references desks,
  id uuid not null,
  name text not null,
  sha text not null, -- the blob of the file
  state text not null check (state in ('checking', 'checked', 'running', 'done', 'unreadable')),
  encoding text,
  separator text,
  total integer not null default 0, -- rows below the header
  done integer not null default 0, -- sound rows that were looked at, or brought in
  fresh integer not null default 0,
  changed integer not null default 0,
  same integer not null default 0,
  failed integer not null default 0, -- rows with a fault, which stay outside
  faults jsonb not null default '[]', -- [{line, column, message}], at most a thousand
  sample jsonb not null default '[]', -- [{line, is, fields}], the first that are new or changed
  fault text,
  by_id text not null,
  by_name text not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  claimed_until timestamptz,
  primary key (desk, id)
);
call protect('imports');
create index imports_waiting on imports (made_at) where state in ('checking', 'running');

-- Organisations by name, whatever its case. lower() is not leakproof, so that under row-level security its index would not be used.
create function organisations_named(here text, names text[]) returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if here is distinct from coalesce(troth_desk(), here) then return; end if; -- nobody asks for another desk's
  return query select o.id from unnest(names) n join organisations o on o.desk = here and lower(o.name) = lower(n);
end $$;
revoke execute on function organisations_named(text, text[]) from public;
grant execute on function organisations_named(text, text[]) to troth_app;
