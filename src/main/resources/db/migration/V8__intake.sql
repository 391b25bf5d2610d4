-- Every report as it came; several may lead to one case. Contacts are personal and kept nowhere else.
create table report (
  id uuid primary key,
  case_id uuid not null,
  channel text not null,
  contact_name text,
  contact_phone text,
  contact_email text,
  received_at timestamptz not null
);
create index report_case on report (case_id);

-- A retry with the same key gets the first answer again; kept for a day.
create table intake_key (
  sender text not null,
  key text not null,
  fingerprint bytea not null,
  case_id uuid,
  number text,
  secret text,
  made_at timestamptz not null,
  primary key (sender, key)
);
create index intake_key_age on intake_key (made_at);
