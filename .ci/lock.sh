#!/bin/sh
# Pins everything with hashes: requirements.lock for demo and tests, requirements-production.lock for deployments.
set -eu
lock() { uv pip compile pyproject.toml --python-version 3.11 --universal --generate-hashes --no-emit-index-url --no-header --quiet "$@"; }
lock --extra embedded --group dev -o requirements.lock
lock --extra telemetry --constraint requirements.lock -o requirements-production.lock
