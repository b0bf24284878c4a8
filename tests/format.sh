#!/usr/bin/env bash
# Fails when a source is not laid out as .clang-format says.
#
#   tests/format.sh          tell where
#   tests/format.sh --fix    lay out
set -euo pipefail
cd "$(dirname "$0")/.."

mode=(--dry-run --Werror)
if [[ "${1:-}" == --fix ]]; then mode=(-i); fi
find client common ingest_service summary_service tests \( -name '*.cc' -o -name '*.h' \) -print0 |
  xargs -0 -n 40 -P "$(nproc)" clang-format "${mode[@]}"
