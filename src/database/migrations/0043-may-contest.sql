-- Facts that the words of a message may say are wrong: a hint for staff, who can make it a contest.
alter table messages add column may_contest text[] not null default '{}';
