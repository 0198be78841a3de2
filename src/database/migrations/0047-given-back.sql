-- What is given back to an allowance: proposed by one person, decided by another. It is a draw below zero, of the period and the pack that it was taken from.
create table give_backs (
  desk text not null references desks,
  id uuid not null,
  ticket uuid not null,
  allowance text not null,
  time boolean not null, -- quantities are ms, else requests
  quantity bigint not null check (quantity > 0),
  reason text not null, -- which the customer reads
  state text not null default 'proposed' check (state in ('proposed', 'booked', 'refused')),
  proposed_by uuid not null,
  decided_by uuid check (decided_by <> proposed_by), -- four eyes
  made_at timestamptz not null,
  decided_at timestamptz,
  primary key (desk, id),
  foreign key (desk, ticket) references tickets,
  check ((state = 'proposed') = (decided_at is null))
);
call protect('give_backs');
create index give_backs_ticket on give_backs (desk, ticket);

alter table draws drop constraint draws_quantity_check;
alter table draws add column gives_back uuid;
alter table draws add foreign key (desk, gives_back) references give_backs;
alter table draws add check (case when gives_back is null then quantity > 0 else quantity < 0 end);
