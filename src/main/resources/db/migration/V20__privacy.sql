-- What people typed, where it held something personal: once, and apart; all else holds the masked form.
create table personal_text (
  id uuid primary key,
  case_id uuid not null,
  -- DESCRIPTION, ADDRESS, or the move on the timeline whose reason it is
  part text not null,
  said_by text not null,
  words text not null,
  -- phone numbers in it, digits only, so that a person is found by theirs
  phones text[] not null,
  said_at timestamptz not null
);
create index personal_text_case on personal_text (case_id);
create index personal_text_phones on personal_text using gin (phones);

-- A reporter is found by their phone, however it was typed.
alter table report add column contact_digits text generated always as (
  right(regexp_replace(translate(contact_phone, '０１２３４５６７８９', '0123456789'), '[^0-9]', '', 'g'), 11)) stored;
create index report_digits on report (contact_digits) where contact_digits is not null;

create index report_contact on report (case_id)
  where num_nonnulls(contact_name, contact_phone, contact_email) > 0;

-- For what is kept for a time after a case has ended.
create index city_case_ended on city_case (closed_at) where closed_at is not null;

-- When a case, and what it was joined to, had ended; nothing while any of it is open.
create function case_ended_at(first uuid) returns timestamptz language plpgsql stable as $$
declare
  here uuid := first;
  ended timestamptz;
  there uuid;
  latest timestamptz;
begin
  for step in 1..50 loop
    select closed_at, joined_to into ended, there from city_case where id = here;
    if ended is null then
      return null;
    end if;
    latest := greatest(latest, ended);
    if there is null then
      return latest;
    end if;
    here := there;
  end loop;
  return null;
end $$;

-- A link ends when its time is over or when the one who follows it is erased.
alter table case_origin alter column tracking_hash drop not null;

-- Who was erased: by number only.
create table erasure (
  number bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  cases integer not null,
  gone jsonb not null
);
create table erased_case (
  case_id uuid primary key,
  erasure bigint not null references erasure (number)
);

-- What the nightly work took away because its time was over.
create table retention_run (
  id bigint generated always as identity primary key,
  began_at timestamptz not null,
  ended_at timestamptz,
  gone jsonb not null
);

-- The bytes as the camera made them may go before the picture does.
alter table photo_file add column original_kept boolean not null default true;
