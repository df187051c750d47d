# Due comandi bastano: `make demo` per provare, `make test` per verificare. Ognuno prepara da sé quello che gli serve.
#
#   make demo        avvia tutto sul tuo computer    PORTAL_PORT=8000 BACKOFFICE_PORT=8001 DEMO_DIR=.demo RESET=1
#   make test        prepara ed esegue tutte le prove    PYTEST="tests/domain -x" per sceglierne alcune
#   make coverage    quanti rami del dominio toccano tutte le prove senza browser, con tutti gli esempi: almeno il 90%
#   make check       solo i controlli veloci, senza prove
#   make screenshots rifà le immagini della documentazione da una demo sua
#   make catalogues  aggiorna i cataloghi delle traduzioni
#   make assets      ricostruisce CSS, script e icone dai pacchetti npm fissati (richiede Node)
#   make lock        rifà i file requirements*.lock da pyproject.toml (richiede uv)

SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO_READY := $(VENV)/.installed-demo
READY := $(VENV)/.installed

PORTAL_PORT ?= 8000
BACKOFFICE_PORT ?= 8001
DEMO_DIR ?= .demo
export PORTAL_PORT BACKOFFICE_PORT DEMO_DIR RESET

.PHONY: help demo test coverage check screenshots catalogues assets lock clean
.DEFAULT_GOAL := help

help:
	@sed -n '3,11s/^#  *//p' Makefile

$(DEMO_READY): requirements-demo.lock
	@PYTHON="$(PYTHON)" sh .ci/environment.sh $(VENV) $< $@

$(READY): requirements.lock
	@PYTHON="$(PYTHON)" sh .ci/environment.sh $(VENV) $< $@

demo: $(DEMO_READY)
	@$(BIN)/python -m domain.cli demo

test: $(READY)
	@sh .ci/test.sh $(BIN) $(PYTEST)

coverage: $(READY)
	@SPORTELLO_THOROUGH=1 $(BIN)/python -m pytest -q --no-header -n 2 tests --cov=domain --cov-branch --cov-report=term:skip-covered --cov-fail-under=90

check: $(READY)
	@sh .ci/check.sh $(BIN)

screenshots: $(READY)
	@$(BIN)/python -m e2e.screenshots

catalogues: $(READY)
	@$(BIN)/python locales/update.py

assets:
	@command -v npm >/dev/null || { echo "Per ricostruire i file statici serve Node (npm). Il resto non ne ha bisogno."; exit 1; }
	@cd web/assets && npm ci --no-audit --no-fund --silent && node build.mjs

lock:
	@sh .ci/lock.sh

clean:
	@rm -rf $(VENV) .pytest_cache .ruff_cache .import_linter_cache .test .coverage
