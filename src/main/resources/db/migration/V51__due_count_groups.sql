-- What was due and late is also counted by district and class group, under street '*': a whole city's trend of one group
-- is then read from a few rows for each hour.
drop index due_count_district;
create index due_count_district on due_count (hour, district) include (due, late)
  where street = '*' and service_group = '*';
drop index due_count_group;
create index due_count_group on due_count (service_group, hour, district) include (due, late)
  where street = '*' and service_group <> '*';

create or replace function remake_deadlines() returns void language plpgsql as $$
begin
  lock table city_case in share mode;
  delete from open_case;
  delete from due_count;
  delete from due_change;
  insert into open_case
  select c.id, o.number, c.district, o.street, o.grid, c.stage, c.service_code, c.unit, o.reported_at,
    coalesce(c.yellow_at, timestamptz '9999-01-01 00:00:00+00'), coalesce(c.due_at, timestamptz '9999-01-01 00:00:00+00')
  from city_case c join case_origin o on o.case_id = c.id where c.stage not in ('CLOSED', 'ANNULLED', 'JOINED');
  insert into due_count
  select hour, district, coalesce(street, '*'), coalesce(unit, '*'), coalesce(service_group, '*'), count(*), sum(late)
  from (
    select date_trunc('hour', c.due_at) as hour, c.district, o.street, coalesce(c.unit, '') as unit,
      coalesce(left(c.service_code, 3), '') as service_group, (c.late and x.case_id is null)::int as late
    from city_case c join case_origin o on o.case_id = c.id
    left join (select distinct case_id from case_clock where exempt) x on x.case_id = c.id
    where c.stage = 'CLOSED' and c.due_at is not null) ended
  group by grouping sets ((hour, district, street, unit, service_group), (hour, district, service_group),
    (hour, district));
end
$$;
select remake_deadlines();
