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
# The dictionary is English and our sentences are Italian: every word of theirs is let through.
words=$(mktemp)
trap 'rm -f "$words"' EXIT
sed -n 's/^msgid //p; s/^"//p' locales/messages.pot | grep -oE '[[:alpha:]]{2,}' | tr '[:upper:]' '[:lower:]' | sort -u > "$words"
cat .ci/words.txt >> "$words"
look "ortografia" "$bin/codespell" --quiet-level 3 --ignore-words "$words" \
    --skip "*/node_modules,*.json,*.svg,*.css,*.scss,*.js,*.mjs,*.txt,*.ttf,*.woff2,*.csv" domain web portal backoffice tests e2e docs .ci
look "modelli delle pagine" "$bin/djlint" --profile jinja --lint --quiet --extend-exclude node_modules \
    --ignore H015,J018,T002 portal backoffice web e2e

look "tipi" "$bin/basedpyright" --level error
look "contratti di importazione" "$bin/lint-imports" --no-cache

[ -z "$failed" ] || { echo "Da sistemare:$failed"; exit 1; }
