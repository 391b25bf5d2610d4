-- Who is away, and who stands in: begun and ended are when it took effect, and nothing has an effect before.
create table absence (
  id uuid primary key,
  staff text not null references staff (id) on delete cascade,
  substitute text references staff (id) on delete set null,
  first_day date not null,
  last_day date not null,
  reason text not null,
  entered_by text not null,
  entered_at timestamptz not null,
  begun_at timestamptz,
  ended_at timestamptz,
  ended_by text,
  check (first_day <= last_day),
  check (staff <> substitute)
);
create unique index absence_running on absence (staff) where begun_at is not null and ended_at is null;
create index absence_open on absence (staff) where ended_at is null;
create index absence_substitute on absence (substitute) where ended_at is null;
create index absence_ended on absence (ended_at);

-- Roles that are lent to somebody only who holds the same role already.
alter table role_name add column lent_within boolean not null default false;
update role_name set lent_within = true where role in ('administrator', 'approver');

-- Roles that nobody comes to hold both of by standing in: one does what the other checks.
create table role_apart (
  role text not null references role_name (role),
  other text not null references role_name (role),
  primary key (role, other)
);
insert into role_apart (role, other) values
  ('analyst', 'approver'),
  ('approver', 'analyst'),
  ('handler', 'checker'),
  ('checker', 'handler');

-- Who enters leave for holders of which role, where their own grant lies at or above the holder's.
create table leave_entered (
  by_role text not null references role_name (role),
  for_role text not null references role_name (role),
  primary key (by_role, for_role)
);
insert into leave_entered (by_role, for_role)
  select 'administrator', role from role_name
  union all select 'supervisor', role from role_name where role not in ('administrator', 'approver', 'analyst')
  union all select 'grid-leader', 'grid-worker';

create function scope_within(inner_code text, outer_code text) returns boolean language sql stable
  set search_path from current as $$
  with recursive up (code) as (
    select inner_code
    union select s.parent from scope s join up on s.code = up.code where s.parent is not null)
  select exists (select 1 from up where code = outer_code)
$$;

-- What everybody may do now: their own grants unless they are away, and those lent to them with the lender's name.
create view grant_in_force (staff, role, scope, lender) as
select g.staff, g.role, g.scope, null::text
from staff_grant g
where not exists (
  select 1 from absence a where a.staff = g.staff and a.begun_at is not null and a.ended_at is null)
union all
select a.substitute, g.role, g.scope, g.staff
from absence a
join staff_grant g on g.staff = a.staff
join role_name r on r.role = g.role
where a.begun_at is not null and a.ended_at is null and a.substitute is not null
  and not exists (
    select 1 from absence b where b.staff = a.substitute and b.begun_at is not null and b.ended_at is null)
  and (not r.lent_within or exists (
    select 1 from staff_grant own where own.staff = a.substitute and own.role = g.role))
  and not exists (
    select 1 from role_apart p join staff_grant own on own.role = p.other
    where p.role = g.role and own.staff = a.substitute);

-- By the group's name, as the engine knows it.
create index staff_grant_group on staff_grant ((role || '@' || scope));

-- Whose account was shut or removed, until what they held is handed over.
create table leaver (
  id bigint generated always as identity primary key,
  staff text not null,
  left_at timestamptz not null,
  done_at timestamptz
);
create index leaver_waiting on leaver (id) where done_at is null;

-- What was handed over for whom, kept when the account is gone.
create table handed_over (
  id bigint generated always as identity primary key,
  staff text not null,
  name text not null,
  at timestamptz not null,
  handed_by text not null,
  kind text not null check (kind in ('TASK', 'PRIMARY', 'SUBSTITUTE')),
  district text not null,
  subject text not null,
  task text,
  given_to text
);
create index handed_over_district on handed_over (district, id desc);
