-- Roles of the policy that a member of staff holds: who decides, who hears an appeal, who is told. One that the policy no longer has stays: older cases go by it.
alter table staff add column holds text[] not null default '{}';
-- As what somebody decided: they held the role, were named for it, or stood in for a role that nobody else held. Null: before this was kept.
alter table conduct_cases add column decided_as text check (decided_as in ('holder', 'named', 'in-place'));
alter table conduct_cases add column appeal_as text check (appeal_as in ('holder', 'named', 'in-place'));
alter table rulings add column decided_as text check (decided_as in ('holder', 'in-place'));
