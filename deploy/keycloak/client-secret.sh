#!/usr/bin/env bash
# Run once in Keycloak's container: gives the clients of GridCase's pages and roster the secrets that .env names.
set -euo pipefail

config=$(mktemp)
trap 'rm -f "$config"' EXIT
kcadm() { /opt/keycloak/bin/kcadm.sh "$@" --config "$config"; }

knows() {
  local client
  client=$(kcadm get clients -r gridcase -q "clientId=$1" --fields id --format csv --noquotes)
  # through the standard input, where no list of processes shows it
  printf '{"secret": "%s"}' "$2" | kcadm update "clients/$client" -r gridcase --merge -f -
  echo "$1 knows the secret"
}

export KC_CLI_PASSWORD=$KC_BOOTSTRAP_ADMIN_PASSWORD
kcadm config credentials --server http://localhost:8080 --realm master --user "$KC_BOOTSTRAP_ADMIN_USERNAME"
knows gridcase-pages "$GRIDCASE_OIDC_CLIENT_SECRET"
knows gridcase-roster "$GRIDCASE_OIDC_ROSTER_CLIENT_SECRET"
