-- What is lent ends when whoever stands in holds nothing of their own any more where it is lent: all was taken from them, or
-- they work in another district now.
create or replace view grant_in_force (staff, role, scope, lender) as
select g.staff, g.role, g.scope, null::text
from staff_grant g
where not exists (
  select 1 from absence a where a.staff = g.staff and a.begun_at is not null and a.ended_at is null)
union all
select a.substitute, g.role, g.scope, g.staff
from absence a
join staff_grant g on g.staff = a.staff
left join scope here on here.code = g.scope
join role_name r on r.role = g.role
where a.begun_at is not null and a.ended_at is null and a.substitute is not null
  and not exists (
    select 1 from absence b where b.staff = a.substitute and b.begun_at is not null and b.ended_at is null)
  and exists (
    select 1 from staff_grant own join scope there on there.code = own.scope where own.staff = a.substitute
      and (here.district is null or there.district is null or there.district = here.district))
  and (not r.lent_within or exists (
    select 1 from staff_grant own where own.staff = a.substitute and own.role = g.role))
  and not exists (
    select 1 from role_apart p join staff_grant own on own.role = p.other
    where p.role = g.role and own.staff = a.substitute);
