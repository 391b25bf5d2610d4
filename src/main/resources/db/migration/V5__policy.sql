-- A release never changes once it is here; only its state does.
create table policy_release (
  number integer primary key,
  sha256 text not null,
  state text not null check (state in ('DRAFT', 'CHECKED', 'BACKTESTED', 'APPROVED', 'PUBLISHED', 'SUPERSEDED', 'ROLLED_BACK')),
  effective_at timestamptz not null,
  deployment_id text not null,
  published_by text not null,
  reason text not null
);

create table policy_artifact (
  release integer not null references policy_release (number),
  path text not null,
  sha256 text not null,
  content bytea not null,
  primary key (release, path)
);

-- No foreign key to the release: every decision would lock the one row that all cases share.
create table decision_record (
  id uuid primary key,
  case_id uuid not null,
  decision text not null,
  release integer not null,
  table_path text not null,
  table_sha256 text not null,
  table_row text not null,
  inputs jsonb not null,
  output jsonb not null,
  catalogue_version bigint not null,
  decided_at timestamptz not null,
  overridden_by text,
  overridden_to jsonb,
  override_reason text,
  overridden_at timestamptz,
  earlier_overrides jsonb not null default '[]',
  check ((overridden_by is null) = (overridden_to is null)
    and (overridden_by is null) = (override_reason is null)
    and (overridden_by is null) = (overridden_at is null))
);
create index decision_record_of_case on decision_record (case_id, decided_at, id);
