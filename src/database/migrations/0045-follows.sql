-- What is written on a ticket that its policy no longer opens begins a ticket of its own, which names the one that it follows.
alter table tickets add column follows uuid;
alter table tickets add foreign key (desk, follows) references tickets;
create index tickets_follows on tickets (desk, follows) where follows is not null;
