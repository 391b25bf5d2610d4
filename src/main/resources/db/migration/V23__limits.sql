-- Who has called lately, and until when it counts. What it holds may be lost with a crash, so it is written to no log.
create unlogged table rate_bucket (
  key text primary key,
  empty_at timestamptz not null
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05);

-- What happens often within a minute: its first is an entry of the audit, the others are counted here until the minute
-- is over. Whoever makes it happen a million times writes no log of ours either.
create unlogged table audit_tally (
  minute timestamptz not null,
  key text not null,
  origin text not null,
  actor text not null,
  action text not null,
  subject_kind text not null,
  subject text not null,
  detail text not null,
  further int not null,
  primary key (minute, key)
);
