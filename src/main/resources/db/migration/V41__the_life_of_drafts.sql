-- Drafts have a process of their own, which has not seen those on their way: a second person looks at them again.
insert into policy_step (draft, at, actor, step, why)
  select id, now(), 'gridcase', 'SEND_BACK', 'checked and approved anew, in the process that drafts have now'
  from policy_draft where state in ('CHECKED', 'APPROVED');
update policy_draft set state = 'DRAFT', approver = null where state in ('CHECKED', 'APPROVED');

-- The folders processes/, rules/, forms/ as the program has found them at its starts.
create table policy_folder (
  sha256 text primary key check (char_length(sha256) = 64), -- of all their paths and contents
  files jsonb not null, -- each path and its hash
  after text references policy_folder (sha256), -- what was offered in draft is the difference from this
  draft uuid references policy_draft (id), -- what it was offered as, if anything was new to the city
  seen_at timestamptz not null -- last
);
create index policy_folder_seen on policy_folder (seen_at desc);
