-- The envelope's sender is not known of every mail: an IMAP server may not have written it down, a program that hands a mail in may not say it.
-- Nobody stands in for it: empty is a bounce's, null is unknown.
alter table inbound_mails alter column sender drop not null;
update inbound_mails set sender = null where sender = 'unknown';
