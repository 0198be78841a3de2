-- Columns that no query compares need no statistics. Taking those of a decision's JSON cost a growing desk a second of the processor each time.
alter table decisions alter column facts set statistics 0, alter column results set statistics 0, alter column reasons set statistics 0, alter column effects set statistics 0;
alter table tickets alter column claims set statistics 0, alter column findings set statistics 0, alter column results set statistics 0;
alter table messages alter column text set statistics 0, alter column html set statistics 0, alter column whole set statistics 0;
alter table mailbox alter column headers set statistics 0, alter column html set statistics 0, alter column text set statistics 0;
alter table outbox alter column payload set statistics 0;
alter table events alter column detail set statistics 0;
