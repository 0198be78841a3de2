-- Whom mail concerns beside the requester, addresses that mail comes back from, and what is to be heeded of a mail.

-- Who was copied on a ticket's mails: they may write on it, and get its answers only where staff say so.
create table participants (
  desk text not null,
  ticket uuid not null,
  address text not null, -- lower case
  name text not null,
  copied boolean not null default false, -- gets the answers too
  since timestamptz not null,
  removed_at timestamptz, -- then their mail goes beside the ticket
  primary key (desk, ticket, address),
  foreign key (desk, ticket) references tickets on delete cascade
);
call protect('participants');

alter table people add column bounced_at timestamptz; -- mail to the address comes back for good
alter table people add column bounced_why text; -- the status code (RFC 3463)
alter table messages add column robot text; -- what kind of machine wrote it
alter table messages add column heeds text[] not null default '{}'; -- what a reader must know of it: same-mail-id, stranger …
alter table messages add column brought_by text; -- who forwarded it in
alter table tickets add column answer_to text; -- where the requester asked that answers go
