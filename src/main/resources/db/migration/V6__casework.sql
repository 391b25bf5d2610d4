create sequence case_number;

-- What was reported never changes; apart from the case, so that its moves touch few indexes.
create table case_origin (
  case_id uuid primary key,
  number text not null unique,
  channel text not null,
  description text not null,
  longitude double precision not null,
  latitude double precision not null,
  address text,
  district text not null,
  street text not null,
  community text not null,
  grid text not null,
  dedicated text,
  micro text,
  reported_at timestamptz not null,
  tracking_hash bytea not null unique,
  words text[] not null
);
create index case_origin_words on case_origin using gin (words);
create index case_origin_reported on case_origin (reported_at desc);

create table city_case (
  id uuid primary key references case_origin (case_id),
  stage text not null,
  district text not null,
  service_code text,
  catalogue_version bigint,
  minor boolean,
  check_minor boolean,
  proposed_row text,
  proposed_factor double precision,
  proposed_unit text,
  filing_row text,
  filing_version integer,
  limit_amount integer,
  limit_kind text,
  unit text,
  returns integer not null,
  reworks integer not null,
  reopened integer not null,
  release integer not null,
  filed_at timestamptz,
  due_at timestamptz,
  moved_at timestamptz not null,
  closed_at timestamptz,
  satisfaction integer,
  joined_to uuid references city_case (id),
  version integer not null
) with (fillfactor = 60);
create index city_case_stage on city_case (stage, district);

-- What happened to a case: appended, never changed.
create table case_event (
  id bigint generated always as identity primary key,
  case_id uuid not null references city_case (id),
  at timestamptz not null,
  actor text not null,
  move text not null,
  stage text not null,
  reason text,
  detail jsonb not null
);
create index case_event_case on case_event (case_id, id);

create table case_photo (
  case_id uuid not null references city_case (id),
  photo uuid not null,
  moment text not null check (moment in ('BEFORE', 'AFTER')),
  added_by text not null,
  added_at timestamptz not null,
  primary key (case_id, photo)
);
create index case_photo_photo on case_photo (photo);
