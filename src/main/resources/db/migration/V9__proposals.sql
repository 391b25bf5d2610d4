-- The classes the machine proposed for a case, likeliest first.
create table class_proposal (
  case_id uuid not null,
  place integer not null,
  service_code text not null,
  confidence double precision not null,
  model text not null,
  primary key (case_id, place)
);
