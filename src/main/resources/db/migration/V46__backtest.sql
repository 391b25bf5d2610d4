-- A draft tried on decisions of the past. What it found is written in one transaction at its end, or not at all.
create table backtest (
  id uuid primary key,
  draft uuid not null references policy_draft (id),
  files_sha256 text not null, -- of the draft's files as they were
  days integer not null check (days between 1 and 1100),
  district text not null, -- empty: the whole city
  classes text not null, -- a service code or the beginning of several; empty: all
  since timestamptz not null,
  until timestamptz not null,
  state text not null check (state in ('RUNNING', 'DONE', 'CANCELLED', 'FAILED', 'LOST')),
  asked_by text not null,
  begun_at timestamptz not null,
  beat_at timestamptz not null, -- when its node last said that it goes on
  stop_asked boolean not null default false,
  ended_at timestamptz,
  done integer not null default 0, -- of the steps
  steps integer not null check (steps > 0),
  records bigint not null default 0,
  cases bigint not null default 0,
  distinct_inputs bigint not null default 0,
  answered bigint not null default 0, -- questions that the draft's tables answered
  changed bigint not null default 0,
  overruled bigint not null default 0,
  handled_then bigint not null default 0,
  handled_now bigint not null default 0,
  ended bigint not null default 0, -- cases from whose ledgers was learnt
  on_time bigint not null default 0,
  expected_then double precision not null default 0,
  expected_now double precision not null default 0,
  millis bigint not null default 0,
  check ((state = 'RUNNING') = (ended_at is null))
);
create index backtest_draft on backtest (draft, begun_at desc);
create unique index backtest_running on backtest (draft) where state = 'RUNNING';

-- How many cases go from what to what.
create table backtest_shift (
  backtest uuid not null references backtest (id),
  aspect text not null,
  was text not null,
  becomes text not null,
  cases bigint not null check (cases > 0),
  primary key (backtest, aspect, was, becomes)
);

-- The newest of these cases, to be looked at.
create table backtest_case (
  backtest uuid not null,
  aspect text not null,
  was text not null,
  becomes text not null,
  case_id uuid not null,
  primary key (backtest, aspect, was, becomes, case_id)
);

create table backtest_unit (
  backtest uuid not null references backtest (id),
  unit text not null,
  then_cases bigint not null,
  now_cases bigint not null,
  expected_then double precision not null, -- cases on time
  expected_now double precision not null,
  ended bigint not null,
  on_time bigint not null,
  primary key (backtest, unit)
);
