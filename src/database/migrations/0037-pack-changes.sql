-- What was corrected of a pack, by whom and why: each change with what stood before and after.
create table pack_changes (
  desk text not null references desks,
  id uuid not null,
  pack uuid not null,
  was jsonb not null, -- {quantity, starts, ends, reference, withdrawn}; moments as epoch ms
  became jsonb not null,
  reason text not null,
  at timestamptz not null,
  by_name text not null,
  primary key (desk, id),
  foreign key (desk, pack) references packs
);
call protect('pack_changes', 'select, insert');
create index pack_changes_pack on pack_changes (desk, pack);
