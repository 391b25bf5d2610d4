-- A change to policy on its way to a release: a whole bundle of files, not the difference.
create table policy_draft (
  id uuid primary key,
  base integer not null references policy_release (number), -- what it was begun from
  state text not null check (state in ('DRAFT', 'CHECKED', 'APPROVED', 'PUBLISHED', 'WITHDRAWN')),
  title text not null check (char_length(title) between 1 and 200),
  author text not null,
  approver text,
  release integer unique references policy_release (number),
  made_at timestamptz not null,
  changed_at timestamptz not null,
  check (approver <> author),
  check (state not in ('APPROVED', 'PUBLISHED') or approver is not null),
  check ((state = 'PUBLISHED') = (release is not null))
);
create index policy_draft_changed on policy_draft (changed_at desc);

create table policy_draft_file (
  draft uuid not null references policy_draft (id),
  path text not null,
  sha256 text not null,
  content bytea not null,
  primary key (draft, path)
);

-- What was done with drafts and releases: appended, never changed.
create table policy_step (
  id bigint generated always as identity primary key,
  draft uuid references policy_draft (id),
  release integer references policy_release (number),
  at timestamptz not null,
  actor text not null,
  step text not null,
  why text,
  check (draft is not null or release is not null)
);
create index policy_step_draft on policy_step (draft, id);
create index policy_step_release on policy_step (release, id);
