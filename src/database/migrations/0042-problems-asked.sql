-- Where the policy has the customer asked before a ticket is closed, solving its problem asks them.
alter table problem_sends drop constraint problem_sends_state_check;
alter table problem_sends add constraint problem_sends_state_check check (state in ('waiting', 'sent', 'asked', 'closed', 'joined', 'off', 'shielded', 'unanswered', 'failed'));
