-- How much time each stage may take, where policy does not say it by class; of a district, else of the city.
create table stage_limit (
  clock text not null check (clock in ('ACCEPT', 'CONFIRM', 'DISPATCH', 'HANDLING', 'ON_SPOT', 'CHECK')),
  district text not null default '', -- empty: the whole city
  minutes integer check (minutes between 1 and 525600), -- none for handling: the filing standard says it by class
  counting text not null check (counting in ('CONTINUOUS', 'WORKING')),
  yellow_share double precision not null check (yellow_share > 0 and yellow_share < 1),
  primary key (clock, district),
  check ((minutes is null) = (clock = 'HANDLING'))
);
insert into stage_limit (clock, minutes, counting, yellow_share) values
  ('ACCEPT', 15, 'CONTINUOUS', 0.8),
  ('CONFIRM', 30, 'CONTINUOUS', 0.8),
  ('DISPATCH', 15, 'CONTINUOUS', 0.8),
  ('HANDLING', null, 'WORKING', 0.8),
  ('ON_SPOT', 240, 'CONTINUOUS', 0.8),
  ('CHECK', 30, 'CONTINUOUS', 0.8);

-- The ledger: appended, never changed. Without foreign keys, for it is written with the case, about ten lines of it.
create table clock_entry (
  id bigint generated always as identity primary key,
  case_id uuid not null,
  clock text not null,
  kind text not null check (kind in ('START', 'PAUSE', 'RESUME', 'EXTEND', 'STOP', 'RECOUNT', 'EXEMPT')),
  at timestamptz not null,
  amount_ms bigint, -- START: the limit; EXTEND: by how much; counted time
  unit text, -- START of handling: whose time it is
  actor text not null,
  why text,
  calendar integer not null -- the version by which it was counted
);
create index clock_entry_case on clock_entry (case_id, id);

-- Where each clock stands. All of it follows from the entries and the calendar in force and can be made anew from them.
create table case_clock (
  case_id uuid not null,
  clock text not null,
  district text not null,
  counting text not null,
  state text not null check (state in ('RUNNING', 'PAUSED', 'STOPPED')),
  lamp text not null check (lamp in ('GREEN', 'YELLOW', 'RED')), -- lit so far; notices follow it
  budget_ms bigint not null,
  consumed_ms bigint not null, -- until running_since, or until it stood
  running_since timestamptz, -- none unless it runs
  yellow_at timestamptz, -- as it was when it last ran
  due_at timestamptz, -- as it was when it last ran
  yellow_share double precision not null,
  unit text,
  extensions integer not null default 0,
  suspended boolean not null default false,
  late boolean not null, -- has it ever used more than its limit: the raw fact
  exempt boolean not null default false, -- an appeal was granted: statistics pass it over
  started_at timestamptz not null,
  stopped_at timestamptz,
  calendar integer not null,
  primary key (case_id, clock)
) with (fillfactor = 70);
create index case_clock_yellow on case_clock (yellow_at) where state = 'RUNNING' and lamp = 'GREEN';
create index case_clock_red on case_clock (due_at) where state = 'RUNNING' and lamp <> 'RED';
create index case_clock_recount on case_clock (calendar) where state <> 'STOPPED' and counting = 'WORKING';

-- Of the clock that runs for the present stage: to sort and to filter by. An ended case keeps its last.
alter table city_case add column yellow_at timestamptz;
alter table city_case add column late boolean not null default false;
