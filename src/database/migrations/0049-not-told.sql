-- Whom a notice of the decision was for and did not reach, and why: clause, to, why.
alter table decisions add column untold jsonb not null default '[]';
