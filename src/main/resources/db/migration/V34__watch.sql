-- Cases that a supervisor has taken under watch, one at a time each.
create table case_watch (
  id uuid primary key,
  case_id uuid not null,
  district text not null,
  watched_by text not null, -- the supervisor's account
  replier text not null, -- role@scope of those who are to reply
  reason text not null check (length(reason) <= 200), -- masked, as the order is
  orders text not null check (length(orders) <= 500),
  began_at timestamptz not null,
  asked_at timestamptz not null, -- for the reply that is due; another has as much time
  due_at timestamptz not null, -- of the reply
  state text not null check (state in ('ASKED', 'REPLIED', 'SETTLED', 'OVER')), -- OVER: it ended with the case
  rounds integer not null default 1, -- how often a reply was asked for
  replied_by text,
  reminded integer not null default 0, -- the last round that was late and told of
  ended_at timestamptz
);
create unique index case_watch_one on case_watch (case_id) where ended_at is null;
create index case_watch_late on case_watch (due_at) where state = 'ASKED';
create index case_watch_district on case_watch (district) where ended_at is null;
create index case_watch_case on case_watch (case_id);
