-- Who did what and who read what: a chain of rows, each hash covering the one before, and apart from it what may be erased.
create table audit_chain (
  number bigint primary key,
  -- the city's day; never earlier than the row before, whatever a node's clock says
  day date not null,
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject_kind text not null,
  subject text not null,
  digest bytea not null,
  hash bytea not null
);
create index audit_chain_at on audit_chain (at, number);
create index audit_chain_actor on audit_chain (actor, at, number);
create index audit_chain_action on audit_chain (action, at, number);
create index audit_chain_subject on audit_chain (subject, at, number);

-- Erased is: salt and payload are gone, so that nobody can try out which payload the digest was of.
create table audit_payload (
  number bigint primary key,
  salt bytea,
  payload text,
  check ((salt is null) = (payload is null))
);

create table audit_head (
  one boolean primary key default true check (one),
  number bigint not null,
  day date not null,
  hash bytea not null
);
insert into audit_head (number, day, hash) values (0, '0001-01-01', decode(repeat('00', 32), 'hex'));

-- So that a page that is looked at often is one entry an hour.
create table audit_reading (
  reader text not null,
  subject_kind text not null,
  subject text not null,
  hour timestamptz not null,
  primary key (subject, subject_kind, reader)
);

create table audit_check (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  entries bigint not null,
  days integer not null,
  flaw_day date,
  flaw_number bigint,
  flaw text
);

-- Each field with its length before it: no two rows have the same bytes.
create function audit_field(words text) returns bytea language sql immutable as $$
  select int4send(octet_length(convert_to(words, 'UTF8'))) || convert_to(words, 'UTF8')
$$;

create function audit_hash(before bytea, entry audit_chain) returns bytea language sql stable as $$
  select sha256(before || int8send(entry.number) || audit_field(to_char(entry.day, 'YYYY-MM-DD'))
    || int8send((extract(epoch from entry.at) * 1000000)::bigint) || audit_field(entry.actor)
    || audit_field(entry.action) || audit_field(entry.subject_kind) || audit_field(entry.subject) || entry.digest)
$$;

-- Called as the last thing before a commit: whoever holds the head waits for nothing but the disk.
create function audit_append(happened timestamptz, today date, who text, what text, kind text, whom text,
    grain bytea, told text) returns bigint language plpgsql as $$
declare
  head audit_head;
  entry audit_chain;
begin
  set constraints all immediate;
  entry.digest := sha256(grain || convert_to(told, 'UTF8'));
  entry.at := happened;
  entry.actor := who;
  entry.action := what;
  entry.subject_kind := kind;
  entry.subject := whom;
  select * into strict head from audit_head for update;
  entry.number := head.number + 1;
  entry.day := greatest(today, head.day);
  entry.hash := audit_hash(head.hash, entry);
  insert into audit_chain select entry.*;
  insert into audit_payload values (entry.number, grain, told);
  update audit_head set number = entry.number, day = entry.day, hash = entry.hash;
  return entry.number;
end $$;

create function audit_stays() returns trigger language plpgsql as $$
begin
  raise exception 'audit entries are never changed';
end $$;
create trigger audit_stays before update or delete or truncate on audit_chain
  for each statement execute function audit_stays();
create trigger audit_stays before delete or truncate on audit_payload
  for each statement execute function audit_stays();
create trigger audit_stays before delete or truncate on audit_head
  for each statement execute function audit_stays();

create function audit_only_erased() returns trigger language plpgsql as $$
begin
  if new.number <> old.number or new.payload is not null then
    raise exception 'what an audit entry tells is erased or stays';
  end if;
  return new;
end $$;
create trigger audit_only_erased before update on audit_payload
  for each row execute function audit_only_erased();

create function audit_only_forward() returns trigger language plpgsql as $$
begin
  if new.number <> old.number + 1 or new.day < old.day then
    raise exception 'the audit only grows';
  end if;
  return new;
end $$;
create trigger audit_only_forward before update on audit_head
  for each row execute function audit_only_forward();

-- What was recorded until now becomes the chain's beginning; that its days were the city's is a guess.
do $$
declare
  old record;
begin
  for old in select * from audit_entry order by id loop
    perform audit_append(old.at, (old.at at time zone 'Asia/Shanghai')::date, old.actor, old.action,
      case when old.action = 'process.end' then 'process' else 'case' end, old.subject,
      uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()),
      jsonb_strip_nulls(jsonb_build_object('reason', old.reason, 'detail', old.detail))::text);
  end loop;
end $$;
drop table audit_entry;
drop function audit_entry_stays();

create view audit_entry as
  select c.number, c.day, c.at, c.actor, c.action, c.subject_kind, c.subject,
    p.payload::jsonb ->> 'reason' as reason, p.payload::jsonb -> 'detail' as detail, p.payload is null as erased
  from audit_chain c left join audit_payload p on p.number = c.number;
