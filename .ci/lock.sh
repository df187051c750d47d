#!/bin/sh
# Pins everything with hashes, the same versions everywhere: requirements.lock for tests and development,
# requirements-demo.lock for the demo, requirements-production.lock for deployments.
set -eu
lock() { uv pip compile pyproject.toml --python-version 3.11 --universal --generate-hashes --no-emit-index-url --no-header --quiet "$@"; }
lock --extra embedded --group dev -o requirements.lock
lock --extra embedded --group demo --constraint requirements.lock -o requirements-demo.lock
lock --extra telemetry --constraint requirements.lock -o requirements-production.lock
