-- Who passed over which ticket and why: it is not handed to them again until its customer has written.

create table skips (
  desk text not null,
  ticket uuid not null,
  staff uuid not null,
  reason text not null,
  at timestamptz not null,
  primary key (desk, ticket, staff),
  foreign key (desk, ticket) references tickets on delete cascade,
  foreign key (desk, staff) references staff
);
call protect('skips');
