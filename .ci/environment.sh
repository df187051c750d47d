#!/bin/sh
# Puts what the hash-pinned lock $2 names into the virtual environment $1, made if missing, and touches $3.
# Needs Python >= 3.11 and the network.
set -eu
venv=$1
lock=$2
stamp=$3
python=${PYTHON:-python3}

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
    echo "Serve Python 3.11 o più recente: \"$python\" non lo è. Indicalo con PYTHON=..." >&2
    exit 1
}
if ! "$python" -c 'import ensurepip' 2>/dev/null; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installo python${version}-venv…"
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "python${version}-venv" >/dev/null
    else
        echo "A Python manca il modulo venv. Su Debian: apt-get install python${version}-venv" >&2
        exit 1
    fi
fi
echo "Preparo l'ambiente in $venv: la prima volta serve un minuto o due…"
[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
[ -x "$venv/bin/pip" ] || "$venv/bin/python" -m ensurepip --default-pip >/dev/null
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input --require-hashes --no-deps \
    --only-binary :all: --no-compile -r "$lock"
cat > "$venv/bin/sportello" <<SCRIPT
#!/bin/sh
PYTHONPATH="$(pwd)\${PYTHONPATH:+:\$PYTHONPATH}" exec "$(pwd)/$venv/bin/python" -m domain.cli "\$@"
SCRIPT
chmod +x "$venv/bin/sportello"
touch "$stamp"
