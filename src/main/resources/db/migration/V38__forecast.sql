-- What was learnt of lateness: numbers by name, never code, and how well they did on cases they had not seen.
create table forecast_model (
  version integer generated always as identity primary key,
  learnt_at timestamptz not null,
  learnt_by text not null,
  cases integer not null,
  weights jsonb not null,
  measures jsonb not null
);

-- How much a unit has to do.
create index city_case_handling on city_case (unit) where stage = 'HANDLING';
