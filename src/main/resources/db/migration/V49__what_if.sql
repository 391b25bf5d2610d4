-- A draft's flow tried on a past: what was asked for, how far it is, and what came of it. Figures only, no cases.
create table what_if_run (
  id uuid primary key,
  draft uuid not null references policy_draft (id),
  bundle text not null, -- hash of the draft's files as they were tried
  asked_by text not null,
  asked_at timestamptz not null,
  days integer not null check (days between 1 and 60),
  until_day date not null, -- the day after the last one looked at
  district text, -- none: the whole city
  seed bigint not null,
  assumptions jsonb not null,
  state text not null check (state in ('RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
  progress integer not null default 0 check (progress between 0 and 100),
  alive_at timestamptz not null, -- when the node that works at it last said so
  refused text, -- key of what was wrong
  ended_at timestamptz,
  result jsonb,
  check ((state = 'RUNNING') = (ended_at is null)),
  check ((state = 'DONE') = (result is not null))
);
create index what_if_run_draft on what_if_run (draft, asked_at desc);
-- One at a time in the whole city.
create unique index what_if_run_one on what_if_run ((true)) where state = 'RUNNING';
