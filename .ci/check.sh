#!/bin/sh
# The fast checks, without tests: $1 is the folder of the environment's programs. Goes on after a failure; says all.
set -u
bin=$1
failed=""

look() {
    name=$1
    shift
    if output=$("$@" 2>&1); then
        echo "ok        $name"
    else
        echo "PROBLEMA  $name"
        echo "$output" | tail -n 60
        failed="$failed $name"
    fi
}

look "ruff" "$bin/ruff" check --quiet .
look "formato" "$bin/ruff" format --check --quiet .
look "ortografia" "$bin/codespell" --quiet-level 3 --skip "*.json,*.po,*.pot,*.svg,*.lock,*.csv,*.mjs,*.scss,*.css,*.js,*.txt,static,locales,.demo,.test" \
    --ignore-words .ci/words.txt --ignore-regex '[^\x00-\x7F]|"[^"]*"' domain web portal backoffice tests e2e docs
look "modelli delle pagine" "$bin/djlint" --profile jinja --check-only --lint --quiet \
    --include H008,H011,H012,H024,H026 portal backoffice web
look "tipi" "$bin/basedpyright" --level error
look "contratti di importazione" "$bin/lint-imports" --no-cache

[ -z "$failed" ] || { echo "Da sistemare:$failed"; exit 1; }
