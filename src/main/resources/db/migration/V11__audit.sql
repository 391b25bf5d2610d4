-- Who did what to the system and why: appended, never changed.
create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject text not null,
  reason text,
  detail jsonb not null
);
create index audit_entry_subject on audit_entry (subject, id);

create function audit_entry_stays() returns trigger language plpgsql as $$
begin
  raise exception 'audit entries are never changed';
end $$;
create trigger audit_entry_stays before update or delete or truncate on audit_entry
  for each statement execute function audit_entry_stays();
