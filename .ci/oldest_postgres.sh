#!/bin/sh
# Runs a command with TEST_DATABASE_URL naming a server of its own: Debian's PostgreSQL 15, the oldest one we promise.
# Where that is not installed the command runs as it is, and SPORTELLO_POSTGRES_15 tells why.
set -u
server=/usr/lib/postgresql/15/bin

if [ ! -x "$server/initdb" ]; then
    SPORTELLO_POSTGRES_15="skipped: Debian's PostgreSQL 15 is not installed, and only root on Debian 12 can install it" exec "$@"
fi
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
    as_server "$server/pg_ctl" -D "$folder/data" -w -l "$folder/log" -o "-h '' -k $folder -c fsync=off -c jit=off" start >/dev/null) ||
    { echo "PROBLEMA  PostgreSQL 15 non parte"; exit 1; }
SPORTELLO_POSTGRES_15=running TEST_DATABASE_URL="postgresql://postgres@/postgres?host=$folder" "$@"
