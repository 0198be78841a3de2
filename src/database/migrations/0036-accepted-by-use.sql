-- A text can be accepted without an offer: by using the desk, or by saying so.
alter table acceptances alter column offer drop not null;
