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
mkdir -p .test
# The fast checks fill what the tests leave of the two processors.
nice -n 5 sh .ci/check.sh "$bin" > .test/checks.log 2>&1 &
checks=$!
pytest="$bin/python -m pytest -q --no-header"
domain="tests/domain tests/platform tests/architecture/test_tables.py"
rest="tests"
for one in $domain; do rest="$rest --ignore $one"; done

# The domain's own tests run on the oldest PostgreSQL we promise; everything else runs on the newest. Which branches they
# reach is counted by `make coverage`: counting doubles the time of a test.
echo "Prove del dominio…"
sh .ci/oldest_postgres.sh $pytest -n 2 $domain || status=1
# The journeys share one demo, so they run in one process of their own, beside everything else, which lets them go first:
# they take longest. So do the public conformity tools, each in an environment of its own under .test; where one cannot be
# installed it is skipped and says why.
$pytest e2e --ignore e2e/conformance > .test/journeys.log 2>&1 &
journeys=$!
$pytest e2e/conformance > .test/conformance.log 2>&1 &
conformance=$!
echo "Prove delle pagine e del resto, dei percorsi nel browser e di conformità…"
nice -n 5 $pytest -n 2 $rest || status=1
wait "$checks" || status=1
wait "$journeys" || status=1
wait "$conformance" || status=1
cat .test/checks.log .test/conformance.log .test/journeys.log
exit $status
