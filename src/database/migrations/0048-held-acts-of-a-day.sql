-- So many codes a day: those of the last day are counted.
create index held_acts_made on held_acts (desk, made_at);
