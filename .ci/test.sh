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
# The journeys share one demo, so they run in one process of their own, beside everything else. So do the public
# conformity tools, each in an environment of its own under .test; where one cannot be installed it is skipped and says why.
"$bin/python" -m pytest -q --no-header e2e --ignore e2e/conformance > .test/journeys.log 2>&1 &
journeys=$!
"$bin/python" -m pytest -q --no-header e2e/conformance > .test/conformance.log 2>&1 &
conformance=$!
"$bin/python" -m pytest -q -n 2 --no-header tests --cov=domain --cov-branch --cov-report= --cov-fail-under=90 || status=1
wait "$journeys" || status=1
wait "$conformance" || status=1
cat .test/conformance.log .test/journeys.log
exit $status
