-- Scopes form a tree: city > district > street > community > grid, and units below their district.
create table scope (
  code text primary key,
  parent text references scope (code),
  district text,
  name text not null
);
create index scope_parent on scope (parent);

create table staff (
  id text primary key,
  name text not null
);

create table staff_grant (
  staff text not null references staff (id) on delete cascade,
  role text not null,
  scope text not null references scope (code),
  primary key (staff, role, scope)
);
create index staff_grant_holders on staff_grant (role, scope);

-- Local accounts of the demo; absent wherever a real identity provider is configured.
create table demo_account (
  staff text primary key references staff (id) on delete cascade,
  password text not null
);
