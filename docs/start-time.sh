#!/bin/sh
# Prints how long the packaged application takes to be ready: first on an empty data folder, then on that folder again.
# usage: docs/start-time.sh [jar] [port] [small|city]        (after ./mvnw -q -DskipTests package)
set -eu
cd "$(dirname "$0")/.."
jar=${1:-$(ls target/gridcase-*.jar | head -n 1)}
port=${2:-8095}
city=${3:-small}
data=$(mktemp -d)
log=$(mktemp)
pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null; wait; rm -rf "$data" "$log"' EXIT

now() { date +%s.%N; }

# the most that the program itself has held so far, where the system tells
memory() {
  [ ! -r "/proc/$pid/status" ] || awk '/^VmHWM/ { printf ", %d MB", $2 / 1024 }' "/proc/$pid/status"
}

start() {
  begin=$(now)
  java -jar "$jar" --server.port="$port" --gridcase.data-dir="$data" --gridcase.demo.city="$city" >"$log" 2>&1 &
  pid=$!
  until curl -fs -o /dev/null "http://127.0.0.1:$port/actuator/health/readiness"; do
    kill -0 "$pid" 2>/dev/null || { echo "it ended:" >&2; tail -n 30 "$log" >&2; exit 1; }
    sleep 0.2
  done
  echo "$1 $(echo "$begin $(now)" | awk '{ printf "%.1f s", $2 - $1 }')$(memory)"
  kill "$pid"
  wait "$pid" || true
  pid=
}

start "cold (empty data folder)"
for again in 1 2 3; do
  start "warm (same folder)      "
done
