#!/bin/sh
# All of `make test`: $1 is the folder of the environment's programs, the rest chooses tests (everything when empty).
# Whatever runs beside the rest says its name before each of its lines.
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
rm -f .test/*.code
pytest="$bin/python -m pytest -q --no-header"
domain="tests/domain tests/platform tests/architecture/test_tables.py"
rest="tests"
for one in $domain; do rest="$rest --ignore $one"; done

beside() { # $1: its name, the rest: what runs
    name=$1
    shift
    { code=0; "$@" 2>&1 || code=$?; echo "$code" > ".test/$name.code"; } | sed -u "s/^/$name: /" &
}

# The fast checks fill what the tests leave of the two processors.
beside controlli nice -n 5 sh .ci/check.sh "$bin"

# The domain's own tests run on the oldest PostgreSQL we promise; everything else runs on the newest. Which branches they
# reach is counted by `make coverage`: counting doubles the time of a test.
echo "Prove del dominio…"
sh .ci/oldest_postgres.sh $pytest -n 2 $domain || status=1
# The journeys share one demo, so they run in one process of their own, beside everything else, which lets them go first:
# they take longest. So do the public conformity tools, each in an environment of its own under .test; where one cannot be
# installed it is skipped and says why.
beside percorsi $pytest e2e --ignore e2e/conformance
beside conformità $pytest e2e/conformance
echo "Prove delle pagine e del resto, dei percorsi nel browser e di conformità…"
nice -n 5 $pytest -n 2 $rest || status=1
wait
for one in controlli percorsi conformità; do [ "$(cat .test/$one.code)" = 0 ] || status=1; done
exit $status
