#!/bin/sh
# All of `make test`: $1 is the folder of the environment's programs, the rest chooses tests (everything when empty).
# The last line is pytest's summary.
set -eu
bin=$1
shift
export PYTHONDONTWRITEBYTECODE=1

sh .ci/prepare.sh "$bin"
if [ $# -gt 0 ]; then
    exec "$bin/python" -m pytest "$@"
fi
status=0
sh .ci/check.sh "$bin" || status=1
mkdir -p .test
SPORTELLO_POSTGRES_15="$(pwd)/.test/postgres15"
export SPORTELLO_POSTGRES_15
sh .ci/postgres15.sh "$bin" "$SPORTELLO_POSTGRES_15"
"$bin/python" -m pytest -q -n 2 --dist loadgroup --no-header --cov=domain --cov-branch --cov-report= --cov-fail-under=90 || status=1
exit $status
