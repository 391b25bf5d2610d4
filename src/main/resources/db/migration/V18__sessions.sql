-- Browsers' sessions, on every node the same: as Spring Session writes them, but every attribute is UTF-8 text.
create table spring_session (
  primary_id char(36) primary key,
  session_id char(36) not null unique,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name text
);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_account on spring_session (principal_name);

create table spring_session_attributes (
  session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
  attribute_name text not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);
-- When a session ends in Keycloak, ours are found by its name there.
create index spring_session_of_keycloak on spring_session_attributes (attribute_bytes)
  where attribute_name = 'gridcase.keycloakSession';

-- Whoever was vouched for before this has to sign in anew.
alter table staff add column signed_out_at timestamptz;

-- Keycloak's sessions that ours stand on. The token is shown to Keycloak when somebody signs out here, and opens nothing.
create table keycloak_session (
  id text primary key,
  id_token text,
  ended_at timestamptz,
  kept_until timestamptz not null
);
create index keycloak_session_kept on keycloak_session (kept_until);
