-- Each import of the filing standard is a version; older ones stay, because cases and decisions name them.
create table catalogue_version (
  version integer primary key,
  loaded_at timestamptz not null default now(),
  loaded_by text
);

-- Components and matters share numbers, so a class is known by its standard, kind and code together.
create table case_class (
  standard text not null,
  kind text not null check (kind in ('COMPONENT', 'MATTER')),
  code text not null check (code ~ '^[0-9]{5}$'),
  service_code text not null unique check (service_code ~ '^[CML][0-9]{5}$'),
  group_code text not null check (group_code ~ '^[CML][0-9]{2}$'),
  group_name text not null,
  group_name_en text,
  name text not null,
  name_en text,
  keywords text[] not null default '{}',
  -- nn-mm of GB/T 30428.2-2013; inferred from 14 pairs for its groups 01 to 04, unknown elsewhere
  old_code text unique,
  local boolean not null default false,
  active boolean not null default true,
  primary key (standard, kind, code)
);

create table filing_row (
  version integer not null references catalogue_version (version),
  code text not null,
  service_code text not null references case_class (service_code),
  position integer not null,
  condition text not null,
  amount integer not null check (amount > 0),
  limit_kind text not null check (limit_kind in ('URGENT_HOURS', 'CALENDAR_DAYS', 'WORKING_HOURS', 'WORKING_DAYS')),
  closing text not null,
  unit_kind text not null,
  sample boolean not null,
  primary key (version, code),
  unique (version, position)
);
