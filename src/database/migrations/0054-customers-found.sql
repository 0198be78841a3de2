-- Lists of customers at a hundred thousand of them: an office's people were counted by reading all people, fifty-one times for a page, and a
-- part of a name was looked for without the index that is there for it.
create index people_organisation on people (desk, organisation) where organisation is not null;
create index people_name on people (desk, name, id);

create or replace function search_people(words text, most integer) returns table (person uuid)
language plpgsql stable security definer rows 50 set search_path = public, pg_temp as $$
begin
  return query execute 'select p.id from people p where p.desk = $1 and (lower(p.name) || '' '' || p.email) like $2 order by p.name limit $3'
    using troth_desk(), '%' || replace(replace(replace(lower(trim(words)), '\', '\\'), '%', '\%'), '_', '\_') || '%', most;
end $$;

-- Organisations whose name holds the words, by name, from behind `after` on.
create function search_organisations(words text, after text, after_id uuid, most integer) returns table (organisation uuid)
language plpgsql stable security definer rows 50 set search_path = public, pg_temp as $$
begin
  return query execute 'select o.id from organisations o where o.desk = $1 and lower(o.name) like $2 and ($3::text is null or (lower(o.name), o.id) > ($3, $4)) order by lower(o.name), o.id limit $5'
    using troth_desk(), '%' || replace(replace(replace(lower(trim(words)), '\', '\\'), '%', '\%'), '_', '\_') || '%', after, after_id, most;
end $$;
revoke execute on function search_organisations(text, text, uuid, integer) from public;
grant execute on function search_organisations(text, text, uuid, integer) to troth_app;

-- What one has oneself, and what was refused: lists of few among many.
drop index tickets_assignee;
create index tickets_assignee on tickets (desk, assignee, opened_at desc, id desc) where assignee is not null;
create index tickets_refused on tickets (desk, opened_at desc, id desc) where refused;
create index decisions_refusing on decisions (desk, at) where effects @> '[{"do": "refuse"}]';
