-- What a request's first words say, kept when it is asked: looking for duplicates then reads no words again.
create table ticket_marks (
  desk text not null,
  ticket uuid not null,
  language text not null,
  marks text[] not null, -- the same in every language: names, products, codes
  topics text[] not null, -- that the words hint at
  words text[] not null, -- by their first letters
  primary key (desk, ticket),
  foreign key (desk, ticket) references tickets on delete cascade
);
call protect('ticket_marks');
create index tickets_unclosed on tickets (desk, organisation, opened_at desc) where status <> 'closed';
create index tickets_unclosed_own on tickets (desk, requester, opened_at desc) where status <> 'closed';
