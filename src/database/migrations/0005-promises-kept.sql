-- What a promise went through: when its clock stood still and why, when it was done after all, what was told of it; and timers that keep their order.

alter table promises add column pauses jsonb not null default '[]'; -- [{from, to, reason}], epoch ms; `to` is null while it stands still
alter table promises add column met_at timestamptz; -- done, but after it was broken
alter table promises add column told jsonb not null default '[]'; -- [{at, due, by}], epoch ms: what a mail said, and when
alter table promises add column drift jsonb; -- {at, told, due}: the clock ended otherwise than the customer had been told

alter table timers add column tries integer not null default 0;
create index timers_ticket on timers (desk, ticket, at);
