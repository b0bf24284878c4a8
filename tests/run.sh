#!/usr/bin/env bash
# Installs what is missing, builds everything, and runs all tests through ctest.
#
#   tests/run.sh [PRESET] [CTEST OPTIONS...]     PRESET: dev (default), release, asan, tsan
set -euo pipefail
cd "$(dirname "$0")/.."

preset=dev
if [[ $# -gt 0 && "$1" != -* ]]; then
  preset=$1
  shift
fi
jobs=$(nproc)

deploy/setup.sh --tests
cmake --preset "$preset" --log-level=WARNING
cmake --build --preset "$preset" --parallel "$jobs"
exec ctest --preset "$preset" --parallel "$jobs" "$@"
