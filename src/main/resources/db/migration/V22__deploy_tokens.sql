-- Personal tokens with which Camunda Modeler reaches the deployment doors; of the secret only its hash is kept.
create table deploy_token (
  id uuid primary key,
  secret_hash bytea not null unique,
  owner text not null references staff (id) on delete cascade,
  name text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at),
  -- the city's days: coarse on purpose, and so that a day is one entry on the audit
  used_on date,
  refused_on date,
  revoked_at timestamptz,
  revoked_by text,
  check ((revoked_at is null) = (revoked_by is null))
);
create index deploy_token_owner on deploy_token (owner, made_at desc);
