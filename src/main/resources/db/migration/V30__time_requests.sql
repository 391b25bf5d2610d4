-- More time, a clock that stands, or an excuse: what somebody asked for and somebody else decided.
create table time_request (
  id uuid primary key,
  case_id uuid not null references city_case (id),
  move text not null check (move in ('EXTENSION', 'SUSPENSION', 'APPEAL')),
  state text not null check (state in ('OPEN', 'GRANTED', 'REFUSED', 'WITHDRAWN', 'LAPSED')),
  unit text not null, -- whose time it is
  amount integer check (amount > 0), -- none for an appeal
  amount_kind text check (amount_kind in ('URGENT_HOURS', 'CALENDAR_DAYS', 'WORKING_HOURS', 'WORKING_DAYS')),
  reason text not null check (char_length(reason) <= 500), -- masked
  asked_by text not null,
  asked_for text, -- in whose place
  asked_at timestamptz not null,
  allowed_by text not null, -- row of the table of the case's policy release
  decided_by text,
  decided_for text, -- in whose place
  decided_reason text check (char_length(decided_reason) <= 500), -- masked
  decided_at timestamptz,
  until timestamptz, -- a granted suspension: when it ends by itself
  over_at timestamptz, -- a granted suspension: when it ended
  check ((amount is null) = (move = 'APPEAL') and (amount is null) = (amount_kind is null)),
  check ((state = 'OPEN') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  check ((until is not null) = (move = 'SUSPENSION' and state = 'GRANTED')),
  check (over_at is null or until is not null)
);
create index time_request_case on time_request (case_id, id);
create unique index time_request_open on time_request (case_id) where state = 'OPEN'; -- one at a time
create unique index time_request_standing on time_request (case_id) where until is not null and over_at is null;
