-- What stands of a customer for a time, who set it and from where; and when something of it begins, ends or draws near.
alter table organisations add terms jsonb not null default '{}'; -- {fact: [{value, begins?, ends?, notice?}]}, days as "YYYY-MM-DD"; `attributes` holds what stands now
alter table organisation_history add terms jsonb not null default '{}';
alter table organisation_history add by_name text not null default '';
alter table organisation_history add door text not null default 'api'; -- console, api, import, webhook, clock, mail, demo …
create table record_timers (
  desk text not null,
  organisation uuid not null,
  at timestamptz not null,
  claimed_until timestamptz,
  tries integer not null default 0,
  primary key (desk, organisation),
  foreign key (desk, organisation) references organisations on delete cascade
);
call protect('record_timers');
create index record_timers_at on record_timers (at);
