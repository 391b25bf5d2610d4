#!/usr/bin/env bash
# Runs once, on an empty volume: a database and an owner for each program, none of them a superuser.
set -euo pipefail

# the password goes through the environment, where no list of processes shows it
make_database() {
    NEW_PASSWORD=$2 psql --quiet --no-psqlrc --set=ON_ERROR_STOP=1 --set=name="$1" \
        --username="${POSTGRES_USER:-postgres}" --dbname=postgres <<'SQL'
\getenv password NEW_PASSWORD
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke all on database :"name" from public;
SQL
}

make_database gridcase "${GRIDCASE_DB_PASSWORD:?}"
make_database keycloak "${KEYCLOAK_DB_PASSWORD:?}"
