#!/usr/bin/env bash
# Installs what is missing and builds the three programs (release) into build/bin. Says nothing when all goes well,
# but for progress on a terminal.
set -euo pipefail
cd "$(dirname "$0")/.."

deploy/setup.sh
log=$(mktemp)
trap 'rm -f "$log"' EXIT
run() { "$@" >"$log" 2>&1 || { tail -40 "$log" >&2; echo "build.sh: failed: $*" >&2; exit 1; }; }

run cmake --preset release
programs=(ingest_service summary_service polygist)
if [[ -t 2 ]]; then
  echo "Building; the first time takes some minutes." >&2
  cmake --build --preset release --target "${programs[@]}" >&2
else
  run cmake --build --preset release --target "${programs[@]}"
fi
