-- A past that was written rather than lived: by which figures, and how far it is. At most one in a database.
create table past_run (
  only_row boolean primary key default true check (only_row),
  seed bigint not null,
  first_day date not null,
  until_day date not null, -- the day after the last
  cases_per_day integer not null,
  release integer not null,
  begun_at timestamptz not null,
  ended_at timestamptz,
  check (first_day < until_day)
);

-- The days that are written, each in the transaction that wrote its cases.
create table past_day (
  day date primary key,
  cases integer not null,
  written_at timestamptz not null
);

-- Indexes and references that stand aside until the past is written: only in a database without cases.
create table past_aside (
  position integer primary key,
  remake text not null
);
