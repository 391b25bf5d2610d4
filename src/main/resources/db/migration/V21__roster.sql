-- When an account was found shut or removed; its grants are gone then. Empty for whoever works here.
alter table staff add column left_at timestamptz;

-- Whose turn it is to ask Keycloak: whoever holds the lock of the one row. What it says is how far that has come.
create table roster_turn (
  one boolean primary key default true check (one),
  -- changes told up to this moment, by Keycloak's clock, are taken over; empty until a first reconcile
  told_to timestamptz,
  -- the newest change taken over: if Keycloak does not know it any more, others may be gone too
  anchor text,
  anchor_at timestamptz,
  -- by our clock: when changes were last taken over
  heard_at timestamptz,
  failing_since timestamptz,
  failure text,
  -- why everybody is to be reconciled as soon as that can be, and who asked for it
  wanted text,
  asked_by text,
  -- Keycloak does not tell of changes: somebody switched its admin events off
  deaf boolean not null default false
);
insert into roster_turn (one) values (true);

-- Each reconcile of everybody: how far it is, so that any node goes on with it.
create table roster_reconcile (
  id bigint generated always as identity primary key,
  cause text not null,
  asked_by text,
  started_at timestamptz not null,
  ended_at timestamptz,
  -- how many people Keycloak counted, and how many were read
  expected integer not null,
  position integer not null default 0,
  everybody_read boolean not null default false,
  changed integer not null default 0,
  gone integer not null default 0,
  -- why it was given up
  failure text
);
create unique index roster_reconcile_open on roster_reconcile ((true)) where ended_at is null;

-- Accounts as Keycloak numbers them: what tells of a removed account says its number only.
create table roster_person (
  account text primary key,
  keycloak_id text unique,
  -- the reconcile that met them last
  seen bigint not null default 0
);

-- Changes taken over lately, because Keycloak may tell of one late.
create table roster_change (
  id text primary key,
  at timestamptz not null
);
create index roster_change_at on roster_change (at);

-- Groups that look like grants and grant nothing, and people who could not be let go.
create table roster_problem (
  account text not null,
  subject text not null,
  kind text not null,
  primary key (account, subject)
);
create index roster_problem_subjects on roster_problem (kind, subject);
