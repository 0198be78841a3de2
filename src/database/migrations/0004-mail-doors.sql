-- The doors of mail: what left for certain and what did not, which entrance a mail came by, who really sent it, how far each mailbox is read.

-- A mail whose last piece is handed over leaves, or has left, and nobody here can know until the other server answers: `began_at` says so
-- before the piece goes. Where no answer was noted a person settles it.
alter table outbox add column began_at timestamptz;
alter table outbox add column given_up_at timestamptz; -- no more tries
alter table outbox add column answer text; -- what the other server said when it took the mail
alter table outbox add column settled_at timestamptz; -- by a person: as sent, to be sent again, or left as it is
alter table outbox add column settled_by text;
update outbox set given_up_at = send_at where done_at is null and tries >= 12;
drop index outbox_waiting;
create index outbox_waiting on outbox (send_at) where done_at is null and given_up_at is null and began_at is null;
create index outbox_open on outbox (desk, made_at) where done_at is null;
create index outbox_ticket on outbox (desk, ticket) where ticket is not null;

create function outbox_state(o outbox, at timestamptz) returns text language sql stable as $$
  select case
    when o.done_at is not null then 'sent'
    when o.given_up_at is not null then 'failed'
    when o.began_at is null then 'waiting'
    when o.claimed_until > at then 'sending'
    else 'uncertain'
  end $$;

alter table inbound_mails add column entrance text not null default 'smtp'; -- smtp, api, or the IMAP account
alter table inbound_mails add column ip text; -- who brought it
alter table inbound_mails add column helo text; -- as whom it greeted
alter table inbound_mails add column proof jsonb; -- SPF, DKIM, DMARC, ARC and what follows; null while unread
alter table inbound_mails add column placed jsonb; -- why it is where it is
create index inbound_mails_newest on inbound_mails (desk, at desc);

-- How far each IMAP account is read: a mail's bytes are kept before the mark moves past it.
create table imap_accounts (
  desk text not null references desks,
  account text not null, -- user@host/folder
  uid_validity text,
  last_uid bigint not null default 0,
  since timestamptz not null, -- older mails that somebody has seen are not ours
  connected_at timestamptz,
  mail_at timestamptz,
  fault text,
  fault_at timestamptz,
  primary key (desk, account)
);
call protect('imap_accounts');
