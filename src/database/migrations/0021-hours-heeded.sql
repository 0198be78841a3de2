-- New hours and announced maintenance are told to each ticket to which something is promised. A ticket that is just being decided by the old ones
-- is not seen by whoever tells them: so each event holds the hours as they are until it has committed, and a change of them waits, and is waited for.
create function heed_hours() returns void language sql volatile as $$ select pg_advisory_xact_lock_shared(hashtextextended('hours ' || troth_desk(), 0)) $$;
create function change_hours() returns void language sql volatile as $$ select pg_advisory_xact_lock(hashtextextended('hours ' || troth_desk(), 0)) $$;
