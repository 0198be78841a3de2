-- Time worked on a ticket, one row for each stretch; an open one has no end, and is there after every restart.
create table work (
  desk text not null,
  id uuid not null,
  ticket uuid not null,
  kind text not null check (kind in ('connection', 'phone')),
  staff uuid not null,
  starts timestamptz not null,
  ends timestamptz,
  ended_by text check (ended_by in ('staff', 'cap', 'closed')),
  primary key (desk, id),
  foreign key (desk, ticket) references tickets on delete cascade,
  foreign key (desk, staff) references staff,
  check (ends >= starts)
);
call protect('work');
create unique index work_open on work (desk, ticket) where ends is null; -- nobody runs a second clock on a ticket
create unique index work_open_staff on work (desk, staff) where ends is null; -- nor one on two tickets
create index work_ticket on work (desk, ticket);
