-- Where what is given back goes: to the period or the pack that it was taken from, into the period that runs now, or into a pack of its own that ends.
alter table give_backs add column place text not null default 'origin' check (place in ('origin', 'now', 'pack'));
alter table give_backs add column ends timestamptz; -- of the pack of its own: from then on nothing is drawn from it
alter table give_backs add check ((place = 'pack') = (ends is not null));
