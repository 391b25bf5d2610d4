-- One row and one file per distinct content, and what the content says of itself.
create table photo_file (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  bytes bigint not null,
  width int not null,
  height int not null,
  longitude double precision,
  latitude double precision,
  taken_at timestamptz,
  check ((longitude is null) = (latitude is null))
);

-- One row per upload; the declared place and time are the sender's word.
create table photo (
  id uuid primary key,
  sha256 text not null references photo_file (sha256),
  channel text not null check (length(channel) <= 64),
  uploader text not null check (length(uploader) <= 300),
  upload_key text,
  declared_longitude double precision,
  declared_latitude double precision,
  declared_taken_at timestamptz,
  stored_at timestamptz not null,
  attached_at timestamptz,
  unique (uploader, upload_key),
  check ((declared_longitude is null) = (declared_latitude is null))
);
create index photo_of_file on photo (sha256);
create index photo_unattached on photo (stored_at) where attached_at is null;
create index photo_unattached_by on photo (uploader) where attached_at is null;
