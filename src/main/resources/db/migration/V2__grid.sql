-- Areas form a tree: city > district > street > community > grid > dedicated or micro grid.
create table area (
  code text primary key,
  level text not null check (level in ('CITY', 'DISTRICT', 'STREET', 'COMMUNITY', 'GRID', 'DEDICATED', 'MICRO')),
  parent text references area (code),
  district text,
  name text not null,
  outline bytea not null, -- WKB, degrees in CGCS2000
  west double precision not null,
  south double precision not null,
  east double precision not null,
  north double precision not null,
  version bigint not null, -- the change that last wrote this row
  check ((level = 'CITY') = (parent is null))
);
create index area_parent on area (parent);

-- One row: whoever changes areas locks it, and every node compares it with what it holds in memory.
create table area_version (
  only_row boolean primary key default true check (only_row),
  number bigint not null,
  changed timestamptz not null
);
insert into area_version (number, changed) values (0, now());

create table unit (
  code text primary key,
  name text not null,
  kind text not null,
  level text not null check (level in ('DISTRICT', 'STREET')),
  area text not null references area (code),
  district text not null references area (code)
);
create index unit_serving on unit (area, kind);
create index unit_district on unit (district);

create table duty (
  grid text not null references area (code),
  kind text not null check (kind in ('PRIMARY', 'SUBSTITUTE')),
  staff text not null references staff (id) on delete cascade,
  primary key (grid, kind),
  constraint duty_two_people unique (grid, staff) deferrable initially deferred
);
create index duty_staff on duty (staff);
