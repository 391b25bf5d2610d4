-- A draft that changes decisions is tried on past ones before anybody approves it.
alter table policy_draft drop constraint policy_draft_state_check;
alter table policy_draft add constraint policy_draft_state_check
  check (state in ('DRAFT', 'CHECKED', 'BACKTESTED', 'APPROVED', 'PUBLISHED', 'WITHDRAWN'));
