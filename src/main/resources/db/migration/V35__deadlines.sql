-- The open cases alone: what supervisors watch is counted over all of them at once, and ended ones are far more.
-- Follows city_case by a trigger, in the same transaction, whoever writes there. All of it can be made anew.
create table open_case (
  case_id uuid primary key,
  number text not null,
  district text not null,
  street text not null,
  grid text not null,
  stage text not null,
  service_code text,
  unit text,
  reported_at timestamptz not null,
  yellow_at timestamptz not null, -- 9999-01-01 while no limit runs
  due_at timestamptz not null -- 9999-01-01 while no limit runs
) with (fillfactor = 70);
create index open_case_due on open_case (due_at, case_id);
create index open_case_district on open_case (district, due_at, case_id);
create index open_case_street on open_case (street, due_at, case_id);
create index open_case_unit on open_case (unit, due_at, case_id);

-- How many closed cases were due in each hour, and how many of them late: finely, and by district under street '*'.
create table due_count (
  hour timestamptz not null,
  district text not null,
  street text not null, -- '*': all together, as the two columns after it
  unit text not null, -- empty: none
  service_group text not null, -- empty: none
  due integer not null,
  late integer not null, -- without those excused
  primary key (hour, district, street, unit, service_group)
);
create index due_count_district on due_count (hour, district) include (due, late) where street = '*';
create index due_count_street on due_count (street, hour) where street <> '*';
create index due_count_unit on due_count (unit, hour) where street <> '*';
create index due_count_group on due_count (service_group, hour) where street <> '*';

-- What is not yet in due_count: written by each closing, taken over by the sweep, so that no closing waits for another.
create table due_change (
  hour timestamptz not null,
  district text not null,
  street text not null,
  unit text not null,
  service_group text not null,
  due integer not null,
  late integer not null
);

create function change_due(it city_case, sign integer, late integer) returns void language sql as $$
  insert into due_change
  select date_trunc('hour', it.due_at), it.district, o.street, coalesce(it.unit, ''),
    coalesce(left(it.service_code, 3), ''), sign, late
  from case_origin o where o.case_id = it.id
$$;

create function counts_late(it city_case) returns integer language sql stable as $$
  select case when it.late and not exists (select from case_clock k where k.case_id = it.id and k.exempt)
    then 1 else 0 end
$$;

create function follow_city_case() returns trigger language plpgsql as $$
declare
  was boolean := false;
  counts boolean := new.stage = 'CLOSED' and new.due_at is not null;
begin
  if tg_op = 'UPDATE' then
    was := old.stage = 'CLOSED' and old.due_at is not null;
  end if;
  if new.stage in ('CLOSED', 'ANNULLED', 'JOINED') then
    delete from open_case where case_id = new.id;
  else
    insert into open_case
    select new.id, o.number, new.district, o.street, o.grid, new.stage, new.service_code, new.unit, o.reported_at,
      coalesce(new.yellow_at, timestamptz '9999-01-01 00:00:00+00'), coalesce(new.due_at, timestamptz '9999-01-01 00:00:00+00')
    from case_origin o where o.case_id = new.id
    on conflict (case_id) do update set stage = excluded.stage, service_code = excluded.service_code,
      unit = excluded.unit, yellow_at = excluded.yellow_at, due_at = excluded.due_at
    where (open_case.stage, open_case.service_code, open_case.unit, open_case.yellow_at, open_case.due_at)
      is distinct from (excluded.stage, excluded.service_code, excluded.unit, excluded.yellow_at, excluded.due_at);
  end if;
  if was and (not counts or (old.due_at, old.late, old.unit, old.service_code)
      is distinct from (new.due_at, new.late, new.unit, new.service_code)) then
    perform change_due(old, -1, -counts_late(old));
  end if;
  if counts and (not was or (old.due_at, old.late, old.unit, old.service_code)
      is distinct from (new.due_at, new.late, new.unit, new.service_code)) then
    perform change_due(new, 1, counts_late(new));
  end if;
  return null;
end
$$;
create trigger follow_city_case after insert or update on city_case
  for each row execute function follow_city_case();

-- An appeal is granted after the closing.
create function follow_exempt() returns trigger language plpgsql as $$
declare
  it city_case;
begin
  select * into it from city_case c where c.id = new.case_id and c.stage = 'CLOSED' and c.due_at is not null and c.late;
  if found and not exists (select from case_clock k
      where k.case_id = new.case_id and k.clock <> new.clock and k.exempt) then
    perform change_due(it, 0, case when new.exempt then -1 else 1 end);
  end if;
  return null;
end
$$;
create trigger follow_exempt after update on case_clock
  for each row when (old.exempt is distinct from new.exempt) execute function follow_exempt();

-- All anew, from the cases; nobody moves one meanwhile.
create function remake_deadlines() returns void language plpgsql as $$
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
  group by grouping sets ((hour, district, street, unit, service_group), (hour, district));
end
$$;
select remake_deadlines();
