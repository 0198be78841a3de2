-- Files that go along with what is said together: kept by the answer until each of its tickets has its own row of them, so that their bytes stay named.
alter table problem_answers add column files jsonb not null default '[]'; -- of {name, type, size, sha}
