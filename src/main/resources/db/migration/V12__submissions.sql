-- What somebody has submitted from a phone: sent again after a lost answer, it counts once.
create table submission (
  id uuid primary key,
  staff text not null,
  task text not null check (length(task) <= 64),
  case_id uuid not null references city_case (id),
  at timestamptz not null
);
create index submission_at on submission (at);
