-- Tickets about the same problem, joined: the earlier one stands, the later one goes on as a part of it, and each join can be undone exactly.

alter table tickets add column joined_into uuid; -- the earlier ticket that it goes on as
alter table tickets add foreign key (desk, joined_into) references tickets;
create index tickets_joined on tickets (desk, joined_into) where joined_into is not null;

alter table messages add column meant_for uuid; -- the joined ticket that it was written to: where it goes if the join is undone
create index messages_meant on messages (desk, meant_for) where meant_for is not null;

create table joins (
  desk text not null,
  id uuid not null,
  ticket uuid not null, -- the later one
  standing uuid not null, -- the earlier one
  at timestamptz not null,
  before jsonb not null, -- the later one: its state, the promises that lived, its timers
  standing_before jsonb not null, -- likewise of the earlier one
  standing_after integer, -- its revision, where the join reopened it
  undone_at timestamptz,
  primary key (desk, id),
  foreign key (desk, ticket) references tickets on delete cascade,
  foreign key (desk, standing) references tickets on delete cascade
);
call protect('joins');
create unique index joins_once on joins (desk, ticket) where undone_at is null;

-- What lives of a ticket, to be put back.
create function ticket_kept(ticket_id uuid) returns jsonb language sql stable as $$
  select jsonb_build_object('status', t.status, 'closed_at', t.closed_at, 'outcome', t.outcome, 'said_at', t.said_at,
    'promises', coalesce((select jsonb_agg(to_jsonb(p)) from promises p where p.desk = t.desk and p.ticket = t.id and p.state in ('running', 'paused')), '[]'),
    'timers', coalesce((select jsonb_agg(to_jsonb(x)) from timers x where x.desk = t.desk and x.ticket = t.id), '[]'))
  from tickets t where t.desk = troth_desk() and t.id = ticket_id
$$;

-- The ticket with all that was joined into it.
create function joined_with(ticket_id uuid) returns setof uuid language sql stable rows 1 as $$
  with recursive tree (id) as (
    select ticket_id
    union
    select t.id from tree join tickets t on t.desk = troth_desk() and t.joined_into = tree.id)
  select id from tree
$$;
