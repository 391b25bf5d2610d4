-- Ended cases are looked through by when they ended.
create index city_case_closed on city_case (closed_at desc, id desc) where closed_at is not null;
create index city_case_closed_district on city_case (district, closed_at desc, id desc) where closed_at is not null;
create index city_case_closed_unit on city_case (unit, closed_at desc, id desc) where closed_at is not null;
create index city_case_closed_class on city_case (service_code, closed_at desc, id desc) where closed_at is not null;
