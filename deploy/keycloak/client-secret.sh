#!/usr/bin/env bash
# Run once in Keycloak's container: gives the client of GridCase's pages the secret that .env names.
set -euo pipefail

config=$(mktemp)
trap 'rm -f "$config"' EXIT
kcadm() { /opt/keycloak/bin/kcadm.sh "$@" --config "$config"; }

export KC_CLI_PASSWORD=$KC_BOOTSTRAP_ADMIN_PASSWORD
kcadm config credentials --server http://localhost:8080 --realm master --user "$KC_BOOTSTRAP_ADMIN_USERNAME"
client=$(kcadm get clients -r gridcase -q clientId=gridcase-pages --fields id --format csv --noquotes)
# through the standard input, where no list of processes shows it
printf '{"secret": "%s"}' "$GRIDCASE_OIDC_CLIENT_SECRET" | kcadm update "clients/$client" -r gridcase --merge -f -
echo "gridcase-pages knows the secret"
