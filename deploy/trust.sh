#!/bin/sh
# Copies the authorities behind the proxy's certificate to where the application reads them.
set -eu

root=/data/caddy/pki/authorities/local/root.crt
if [ "${GRIDCASE_TLS:-internal}" = internal ]; then
    tries=30
    until [ -s "$root" ]; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || { echo "the proxy has made no authority: $root" >&2; exit 1; }
        sleep 1
    done
    cp "$root" /trust/proxy.crt
else
    rm -f /trust/proxy.crt
fi

# the authority of one's own certificate, where no public one signed it
if [ -s /certificates/authority.crt ]; then
    cp /certificates/authority.crt /trust/authority.crt
else
    rm -f /trust/authority.crt
fi
