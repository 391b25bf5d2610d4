-- Scopes form a tree: city > district > street > community > grid, and units below their district.
create table scope (
  code text primary key,
  parent text references scope (code),
  district text,
  name text not null
);
create index scope_parent on scope (parent);
create index scope_districts on scope (code) where code = district;

create table staff (
  id text primary key,
  name text not null
);

create table role_name (
  role text primary key,
  name text not null
);
insert into role_name (role, name) values
  ('grid-worker', '网格员'),
  ('grid-leader', '网格长'),
  ('filing-clerk', '立案员'),
  ('dispatcher', '派遣员'),
  ('handler', '处置人员'),
  ('checker', '核查员'),
  ('supervisor', '督查员'),
  ('analyst', '政策分析员'),
  ('approver', '政策审批人'),
  ('administrator', '系统管理员');

create table staff_grant (
  staff text not null references staff (id) on delete cascade,
  role text not null references role_name (role),
  scope text not null references scope (code),
  primary key (staff, role, scope)
);
create index staff_grant_holders on staff_grant (role, scope);

-- Local accounts of the demo; absent wherever a real identity provider is configured.
create table demo_account (
  staff text primary key references staff (id) on delete cascade,
  password text not null
);
