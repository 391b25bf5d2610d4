-- Besides the hours in which people work, those in which work may be noisy.
alter table calendar_version add column purpose text not null default 'WORK' check (purpose in ('WORK', 'NOISE'));

-- Classes whose handling is noisy: hours that would run day and night stand while noise is banned.
create table noisy_class (
  service_code text primary key
);

-- A calendar counts whatever does not run day and night.
drop index case_clock_recount;
create index case_clock_recount on case_clock (calendar) where state <> 'STOPPED' and counting <> 'CONTINUOUS';
