#!/bin/sh
# What the tests need of the machine beyond the environment in $1: a browser, Pango for PDFs, xmlsec1 for AgID's tool.
# Quiet when all is there.
set -eu
bin=$1

is_root() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }
updated=""
install() {
    [ -n "$updated" ] || { apt-get update -qq && updated=1; }
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

if [ ! -x /usr/bin/chromium ]; then
    if is_root; then
        echo "Installo Chromium…"
        install chromium
    else
        echo "Scarico il Chromium di Playwright…"
        "$bin/python" -m playwright install chromium >/dev/null
    fi
fi
missing=$("$bin/python" -c "from domain.platform.pdf.engine import pdf_available; print(pdf_available() or '', end='')")
if [ -n "$missing" ]; then
    is_root || { echo "$missing" >&2; exit 1; }
    echo "Installo Pango…"
    install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
fi
if is_root && [ ! -x /usr/lib/postgresql/15/bin/initdb ] && grep -qs '^VERSION_ID="12"' /etc/os-release; then
    echo "Installo PostgreSQL 15…"
    install postgresql-15 || echo "PostgreSQL 15 non si installa: le prove con quella versione saranno saltate."
fi
if is_root && ! command -v xmlsec1 >/dev/null; then
    echo "Installo xmlsec1…"
    install xmlsec1 || echo "xmlsec1 non si installa: le prove con lo strumento di AgID saranno saltate."
fi
