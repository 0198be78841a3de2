-- Several problems in one request become several tickets. What was written stays where it was written; a part holds the passages that are its own.

alter table tickets add column split_from uuid; -- the request that it is a part of
alter table tickets add foreign key (desk, split_from) references tickets;
create index tickets_split on tickets (desk, split_from) where split_from is not null;

alter table messages add column piece_of uuid; -- the message that these words stand in, on the ticket that was split
alter table messages add foreign key (desk, piece_of) references messages on delete cascade;
create index messages_pieces on messages (desk, piece_of) where piece_of is not null;

create table splits (
  desk text not null,
  id uuid not null,
  ticket uuid not null,
  at timestamptz not null,
  subject text not null, -- as it was before, with what was found and what lived: undoing puts it back
  findings jsonb not null,
  before jsonb not null,
  parts uuid[] not null,
  undone_at timestamptz,
  primary key (desk, id),
  foreign key (desk, ticket) references tickets on delete cascade
);
call protect('splits');
create index splits_ticket on splits (desk, ticket) where undone_at is null;
create index splits_parts on splits using gin (parts) where undone_at is null;

alter table joins add column of_split uuid; -- a part that went back into its request when the split was undone: no wrong join, and not to be undone as one
