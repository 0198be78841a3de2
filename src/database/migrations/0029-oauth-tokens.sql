-- Refresh tokens that a provider replaced while we ran: a restart goes on with the newest. Sealed under the server's secret.
create table oauth_tokens (
  desk text not null references desks,
  account text not null, -- the mailbox, or the server that sends
  given bytea not null, -- tells by which token of the settings it began: another one there begins anew
  token bytea not null, -- sealed
  at timestamptz not null,
  primary key (desk, account)
);
call protect('oauth_tokens');
