-- Running cases that approvers let go on under another release, one small transaction a case.
create table case_migration (
  id uuid primary key,
  release integer not null references policy_release (number), -- to which
  state text not null check (state in ('RUNNING', 'DONE', 'STOPPED')),
  asked_by text not null,
  reason text not null check (char_length(reason) between 1 and 500),
  asked_at timestamptz not null,
  ended_at timestamptz,
  last_case uuid, -- how far it has come
  total integer not null check (total >= 0),
  moved integer not null default 0,
  kept integer not null default 0,
  check ((state = 'RUNNING') = (ended_at is null))
);
create unique index case_migration_one on case_migration (release) where state = 'RUNNING';
create index case_migration_release on case_migration (release, asked_at desc);

-- Those that stayed as they were, and why.
create table case_migration_kept (
  migration uuid not null references case_migration (id),
  case_id uuid not null references city_case (id),
  process text not null,
  activity text,
  problem text not null,
  primary key (migration, case_id)
);
create index city_case_release on city_case (release) where stage not in ('CLOSED', 'ANNULLED', 'JOINED');
