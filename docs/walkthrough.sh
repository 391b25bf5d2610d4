#!/usr/bin/env bash
# Takes one report with a photo through every human task to CLOSED, over HTTP, as the demo's accounts.
# Usage: docs/walkthrough.sh [base-url]     (needs bash and curl; default http://localhost:8080)
set -uo pipefail

base=${1:-http://localhost:8080}
base=${base%/}
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT

fail() {
    printf 'walkthrough: %s\n' "$1" >&2
    exit 1
}

# a grey picture of 16 x 12 pixels
photo() {
    base64 -d <<'JPEG' >"$folder/photo.jpg" || fail 'could not write the photo'
/9j/4AAQSkZJRgABAgAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEMrKCUlKFI6PjBDYVVmZF9VXVxreJmCa3GRc1xdhbaHkZ6jrK2sZ4C8yrunyJmorKX/wAALCAAMABABAREA/8QAFQABAQAAAAAAAAAAAAAAAAAAAQP/xAAdEAEBAAMAAgMAAAAAAAAAAAABAgAEEQNREiJh/9oACAEBAAA/AHZ85rwUy0rwMNXZNgr6/Fn97lqko5QJ6cJiYOTJJ6Dmf//Z
JPEG
}

# call <account> <method> <path> [curl options]: prints the body; fails unless the answer is 2xx
call() {
    local account=$1 method=$2 path=$3 status
    shift 3
    status=$(curl -sS --max-time 60 -u "$account:demo" -X "$method" -H 'Accept-Language: en' \
        -o "$folder/body" -w '%{http_code}' "$@" "$base$path" 2>"$folder/error") ||
        fail "cannot reach $base: $(<"$folder/error")"
    [[ $status == 2* ]] || fail "$method $path as $account was answered $status: $(<"$folder/body")"
    cat "$folder/body"
}

# text <name>: the first string of that name in the JSON that comes in
text() {
    local json
    json=$(cat)
    [[ $json =~ \"$1\":\"([^\"]*)\" ]] && printf '%s' "${BASH_REMATCH[1]}"
}

seen() {
    call supervisor GET "/api/cases/$case_id" || exit 1
}

# reach <stage>: waits for it, a minute at most
reach() {
    local stage=
    for _ in {1..240}; do
        stage=$(seen | text stage) || fail "case $case_id cannot be read"
        if [[ $stage == "$1" ]]; then
            printf '%-12s %s\n' "$stage" "$2"
            return
        fi
        sleep 0.25
    done
    fail "case $case_id is $stage after a minute, not $1"
}

# proposed <row|unit>: what policy proposes, as soon as it does
proposed() {
    for _ in {1..120}; do
        seen | sed 's/.*"proposed":{\([^}]*\)}.*/\1/' | text "$1" && return
        sleep 0.25
    done
    fail "policy proposes no $1 for case $case_id"
}

# complete <account> <fields as JSON>: the account's one task on the case
complete() {
    local task=
    for _ in {1..120}; do
        task=$(call "$1" GET "/api/tasks?case=$case_id" | text id) && break
        sleep 0.25
    done
    [[ -n $task ]] || fail "$1 has no task on case $case_id"
    call "$1" POST "/api/tasks/$task/claim" >/dev/null || exit 1
    call "$1" POST "/api/tasks/$task/complete" -H 'Content-Type: application/json' -d "$2" >/dev/null || exit 1
}

# upload <account>: prints the photo's id
upload() {
    call "$1" POST /api/photos -F "file=@$folder/photo.jpg" | text id || fail "$1 got no photo id"
}

photo
before=$(upload worker) || exit 1
case_id=$(call worker POST /api/reports -H 'Content-Type: application/json' \
    -H "Idempotency-Key: walkthrough-$$-$RANDOM-$SECONDS-$before" \
    -d '{"description": "东风路口路面塌了一个坑，车辆无法通行", "longitude": 113.60, "latitude": 34.75,
         "address": "东风路口", "serviceCode": "L01001", "photos": ["'"$before"'"]}' | text caseId) ||
    fail 'the report got no case id'

reach FILING "reported by worker with a photo"
row=$(proposed row) || exit 1
complete filing '{"outcome": "filed", "row": "'"$row"'"}'

reach DISPATCHING "filed by filing under $row"
unit=$(proposed unit) || exit 1
complete dispatch '{"outcome": "dispatched", "unit": "'"$unit"'"}'

reach HANDLING "dispatched by dispatch to $unit"
after=$(upload handler) || exit 1
complete handler '{"outcome": "handled", "remark": "已回填", "after": "'"$after"'"}'

reach CHECKING "handled by handler with a photo"
complete checker '{"outcome": "passed"}'

reach CLOSED "checked by checker"
printf 'CLOSED %s\n' "$case_id"
