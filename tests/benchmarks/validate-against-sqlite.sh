#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Times `switchyard-cli validate DOC`, all rules and the whole process, against the sqlite3 program with five of the rules
# and the restarts in expert SQL on plain, indexed, analysed tables of the same content. Interleaved, medians.
#
#   validate-against-sqlite.sh [TENANTS [RUNS]]      1000 tenants and 11 runs unless told; needs the release programs
set -eu
tenants=${1:-1000}
runs=${2:-11}
here=$(cd "$(dirname "$0")" && pwd)
programs=${PROGRAMS:-$here/../../build/release/bin}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

"$programs/switchyard-bench" --write "$folder/doc.switchyard" "$tenants"
sqlite3 "$folder/plain.db" "ATTACH 'file:$folder/doc.switchyard?mode=ro' AS doc;" ".read '$here/plain-tables.sql'" > /dev/null

validate() { "$programs/switchyard-cli" validate "$folder/doc.switchyard" --format json --fail-on never > "$folder/findings.json"; }
query() { sqlite3 "$folder/plain.db" < "$here/expert-rules.sql" > "$folder/rows.txt"; }

# Microseconds that a command takes.
took() {
    local start=${EPOCHREALTIME/./} end
    "$1"
    end=${EPOCHREALTIME/./}
    echo $((end - start))
}
median() { sort -n "$1" | sed -n "$(((runs + 1) / 2))p"; }

for _ in 1 2 3; do
    validate
    query
done
for ((run = 0; run < runs; ++run)); do
    took validate >> "$folder/validate"
    took query >> "$folder/query"
done

rows() { grep -c "$1" "$2" || true; }
for rule in tenant-none tenant-exclusive tenant-web-api-unbalanced interaction-server-type switch-ambiguous; do
    ours=$(rows "\"rule\":\"$rule\"" <(sed 's/{"rule"/\n&/g' "$folder/findings.json"))
    theirs=$(rows "^$rule" "$folder/rows.txt")
    [ "$ours" = "$theirs" ] || { echo "$rule: $ours findings here, $theirs in SQL" >&2; exit 1; }
done
ours=$("$programs/switchyard-cli" plan "$folder/doc.switchyard" --format json | sed 's/{"application"/\n&/g' | grep -c '"action":"restart"' || true)
theirs=$(rows ^restart "$folder/rows.txt")
[ "$ours" = "$theirs" ] || { echo "restarts: $ours here, $theirs in SQL" >&2; exit 1; }

ours=$(median "$folder/validate")
theirs=$(median "$folder/query")
echo "$tenants tenants, medians of $runs: validate $((ours / 1000)) ms, SQL $((theirs / 1000)) ms, ratio $((ours * 100 / theirs)) %"
