#!/bin/sh
# Runs the tests that need a database on Debian's PostgreSQL 15 (gateways need none). $1: the environment's programs; $2: a file in which it
# writes how it went: "passed", "failed", or "skipped: " and why. A test of the main run reads it.
set -u
bin=$1
outcome=$2
server=/usr/lib/postgresql/15/bin

skip() { echo "skipped: $1" > "$outcome"; echo "PostgreSQL 15: saltato ($1)"; exit 0; }

[ -x "$server/initdb" ] || skip "Debian's PostgreSQL 15 is not installed, and only root on Debian 12 can install it"
folder=$(mktemp -d /tmp/sportello-pg15-XXXXXX)
if [ "$(id -u)" = 0 ]; then
    chown postgres "$folder"
    as_server() { setpriv --reuid postgres --regid postgres --init-groups "$@"; }
else
    as_server() { "$@"; }
fi
stop() {
    (cd / && as_server "$server/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1)
    rm -rf "$folder"
}
trap stop EXIT INT TERM
(cd / && as_server "$server/initdb" -D "$folder/data" -U postgres --auth trust --encoding UTF8 --locale C.UTF-8 >/dev/null &&
    as_server "$server/pg_ctl" -D "$folder/data" -w -l "$folder/log" -o "-h '' -k $folder -c fsync=off" start >/dev/null) ||
    { echo failed > "$outcome"; echo "PROBLEMA  PostgreSQL 15 non parte"; exit 1; }

echo "Prove su PostgreSQL 15…"
if SPORTELLO_POSTGRES_15="" TEST_DATABASE_URL="postgresql://postgres@/postgres?host=$folder" "$bin/python" -m pytest tests/platform tests/domain \
    tests/architecture/test_tables.py -q -n 2 -m "not slow" --ignore-glob "*/gateways/*" --no-header --tb short; then
    echo passed > "$outcome"
else
    echo failed > "$outcome"
fi
