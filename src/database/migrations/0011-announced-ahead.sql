-- That closures and maintenance are announced ahead is a promise, too: by when the policy promises it, beside when it was done.
alter table closures add column announce_by timestamptz;
alter table maintenance add column announce_by timestamptz;
alter table maintenance add column clause text; -- that promises it
