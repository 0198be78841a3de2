-- What solved a ticket: the answer that did, kept while it is closed as solved, for whoever has the same problem next.
alter table tickets add column solution uuid; -- a message of its own
create index tickets_solved on tickets (desk, closed_at desc) where solution is not null;
