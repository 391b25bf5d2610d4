-- When the city works. Each change is a row with the next version; the newest of a district counts, else the city's.
create table calendar_version (
  version integer primary key,
  district text not null default '', -- empty: the whole city
  year integer check (year between 2000 and 2100), -- a year's holidays; none: the hours
  weekdays integer[],
  spans text[],
  made_at timestamptz not null,
  made_by text not null,
  reason text not null,
  check ((year is null) = (weekdays is not null)),
  check ((weekdays is null) = (spans is null))
);
create index calendar_version_newest on calendar_version (district, year, version desc);

create table calendar_day (
  version integer not null references calendar_version (version),
  day date not null,
  working boolean not null,
  name text not null,
  primary key (version, day)
);
