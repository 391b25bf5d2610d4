-- What policy staff say of a draft, with what is personal masked: appended, never changed.
create table policy_comment (
  id bigint generated always as identity primary key,
  draft uuid not null references policy_draft (id),
  at timestamptz not null,
  actor text not null,
  path text check (char_length(path) between 1 and 160), -- none: the whole draft
  place text check (char_length(place) between 1 and 80), -- a row, a cell or an element of that file
  words text not null check (char_length(words) between 1 and 1000),
  check (place is null or path is not null)
);
create index policy_comment_draft on policy_comment (draft, id);
