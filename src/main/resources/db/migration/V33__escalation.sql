-- Whom a lamp is told to, step by step: planned when it is lit, by the table of the case's release; told once.
create table clock_escalation (
  id bigint generated always as identity primary key,
  case_id uuid not null,
  clock text not null,
  run timestamptz not null, -- when that clock was started: another unit's time is another run
  extensions integer not null, -- who was given more time may come near its end again
  lamp text not null check (lamp in ('YELLOW', 'RED')),
  step integer not null check (step >= 1), -- in the order in which they are due
  role text not null check (length(role) <= 60), -- as in the table: holder, leader, a role, a role@level
  channels text not null check (length(channels) <= 100),
  urgent boolean not null,
  lit_at timestamptz not null, -- when the lamp should have turned
  due_at timestamptz not null,
  state text not null check (state in ('PLANNED', 'TOLD', 'PASSED')), -- PASSED: the case had moved on
  at timestamptz, -- when it was told or passed over
  recipients text[] not null default '{}',
  unique (case_id, clock, run, extensions, lamp, step)
);
create index clock_escalation_due on clock_escalation (due_at) where state = 'PLANNED';
