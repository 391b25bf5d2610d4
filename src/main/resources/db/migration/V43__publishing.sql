-- Copies of the program that run now, by the beat of their hearts: whoever publishes waits for each that lives.
create table policy_node (
  id uuid primary key,
  name text not null check (char_length(name) between 1 and 100),
  started_at timestamptz not null,
  seen_at timestamptz not null
);
create index policy_node_seen on policy_node (seen_at);

-- PREPARING: here, but nobody goes by it before every node is ready for it; FAILED: one was not.
alter table policy_release drop constraint policy_release_state_check;
alter table policy_release add constraint policy_release_state_check check (state in
  ('DRAFT', 'CHECKED', 'BACKTESTED', 'APPROVED', 'PREPARING', 'FAILED', 'PUBLISHED', 'SUPERSEDED', 'ROLLED_BACK'));
alter table policy_release add column base integer references policy_release (number); -- what it was begun from; none of the first
update policy_release r set base = d.base from policy_draft d where d.release = r.number;

-- From when on a release is in force where.
create table policy_force (
  release integer not null references policy_release (number),
  district text not null default '', -- empty: the whole city
  effective_at timestamptz not null,
  given_by text not null,
  primary key (release, district)
);
create index policy_force_district on policy_force (district, release desc);
insert into policy_force (release, district, effective_at, given_by)
select number, '', effective_at, published_by from policy_release;

-- A release on its way into force: what it is for, and how that ended.
create table policy_publication (
  release integer primary key references policy_release (number),
  draft uuid not null references policy_draft (id),
  state text not null check (state in ('PREPARING', 'DONE', 'FAILED')),
  districts text[] not null, -- none: the whole city
  effective_from timestamptz, -- none: at once
  asked_by text not null,
  asked_at timestamptz not null,
  ended_at timestamptz,
  node text, -- which node was not ready
  problem text, -- why: key of a sentence
  file text,
  place text,
  arguments text[] not null default '{}',
  check ((state = 'PREPARING') = (ended_at is null)),
  check ((state = 'FAILED') = (problem is not null))
);
create unique index policy_publication_one on policy_publication (draft) where state = 'PREPARING';
create index policy_publication_draft on policy_publication (draft, release desc);

-- What each node said about it.
create table policy_ack (
  release integer not null references policy_publication (release),
  node uuid not null,
  name text not null,
  at timestamptz not null,
  took_ms integer not null check (took_ms >= 0),
  problem text, -- none: ready
  file text,
  place text,
  arguments text[] not null default '{}',
  primary key (release, node)
);
