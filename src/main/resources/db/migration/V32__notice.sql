-- What somebody is to be told: written together with what it tells of, sent afterwards. Nobody hears of one event twice
-- by the same channel. Nothing personal of a reporter is in it: how they are reached is asked for when it is sent.
create table notice (
  id uuid primary key,
  event text not null check (length(event) <= 200), -- the same for whatever tells of the same again
  kind text not null check (kind in ('STAFF', 'REPORTER', 'POST')),
  recipient text not null check (length(recipient) <= 200), -- an account; a report; the channel itself
  channel text not null check (channel in ('BELL', 'DIGEST', 'MAIL', 'SMS', 'DINGTALK', 'WEBHOOK')),
  template text not null,
  case_id uuid, -- none: it is of no case
  told jsonb not null, -- what the template names
  urgent boolean not null, -- does not wait for the end of the quiet hours
  state text not null check (state in ('WAITING', 'SENT', 'FAILED')),
  tries integer not null default 0,
  made_at timestamptz not null,
  due_at timestamptz not null,
  taken_until timestamptz, -- by the node that is sending it
  sent_at timestamptz,
  read_at timestamptz, -- in the bell
  failure text check (length(failure) <= 200), -- a word and a number, nothing secret
  unique (event, kind, recipient, channel)
);
create index notice_due on notice (channel, due_at) where state = 'WAITING';
create index notice_failed on notice (channel) where state = 'FAILED';
create index notice_bell on notice (recipient, made_at desc, id) where kind = 'STAFF' and channel = 'BELL';
create index notice_unread on notice (recipient) where kind = 'STAFF' and channel = 'BELL' and read_at is null;
create index notice_age on notice (made_at);

-- Channels that do not answer rest for a while, on all nodes together.
create table notice_channel (
  channel text primary key,
  failures integer not null default 0, -- in a row
  failing_since timestamptz,
  rests_until timestamptz,
  failure text,
  sent_at timestamptz
);
insert into notice_channel (channel) values ('MAIL'), ('SMS'), ('DINGTALK'), ('WEBHOOK');

-- The city's own words in place of those that travel with the program.
create table notice_text (
  template text not null,
  language text not null check (language in ('zh-CN', 'en')),
  title text not null check (length(title) between 1 and 80),
  body text not null check (length(body) between 1 and 500),
  primary key (template, language)
);

-- When nobody is disturbed, and when leaders get the day's digest.
create table notice_rule (
  only_row boolean primary key default true check (only_row),
  quiet_from time not null, -- the same as quiet_to: never quiet
  quiet_to time not null,
  digest_at time not null,
  digested date not null -- the last day whose digest was made
);
insert into notice_rule (quiet_from, quiet_to, digest_at, digested) values ('21:00', '07:00', '17:30', '2000-01-01');

-- What somebody has chosen for themselves; without a row: the city's language, and mail if there is an address.
create table notice_preference (
  staff text primary key references staff (id) on delete cascade,
  language text not null check (language in ('zh-CN', 'en')),
  mail boolean not null
);

-- Where somebody gets their mail at work.
alter table staff add column if not exists email text;
