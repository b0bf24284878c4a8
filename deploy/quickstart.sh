#!/usr/bin/env bash
# The main job in one command, on a fresh Debian 12 machine: installs packages, builds, starts both services on
# loopback with a store of their own, ingests the files, prints a summary per language and one over all, and stops
# what it started.
#
#   deploy/quickstart.sh [FILES...]     without files: the samples in tests/data/articles
#
# POLYGIST_BIN names a folder with the built programs; then nothing is installed or built. Otherwise dictionaries are
# compiled, too, the first time (lexicon.sh); an empty POLYGIST_LEXICON goes without them. The addresses are those of
# local.sh when they are free, and otherwise the next free ones.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
files=("$@")
if [[ ${#files[@]} -eq 0 ]]; then
  cd "$root"
  files=(tests/data/articles/*.{txt,html})
fi
for file in "${files[@]}"; do
  [[ -r "$file" && -f "$file" ]] || { echo "quickstart.sh: cannot read $file" >&2; exit 2; }
done

if [[ -z "${POLYGIST_BIN:-}" ]]; then
  "$root/deploy/build.sh"
  export POLYGIST_BIN=$root/build/bin
  if [[ -z "${POLYGIST_LEXICON+set}" ]] && ! "$root/deploy/lexicon.sh"; then
    echo "quickstart.sh: without dictionaries; names, numbers and borrowed words decide across languages" >&2
  fi
fi

free_port() {
  local port=$1
  while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
  echo "$port"
}
ingest_port=$(free_port 7701)
summary_port=$(free_port $((ingest_port + 1)))
export POLYGIST_INGEST_ADDRESS=${POLYGIST_INGEST_ADDRESS:-127.0.0.1:$ingest_port}
export POLYGIST_SUMMARY_ADDRESS=${POLYGIST_SUMMARY_ADDRESS:-127.0.0.1:$summary_port}
unset POLYGIST_STORE
POLYGIST_DATA=$(mktemp -d)
export POLYGIST_DATA

stop() {
  "$root/deploy/local.sh" down >/dev/null || true
  rm -rf "$POLYGIST_DATA"
}
trap stop EXIT
"$root/deploy/local.sh" up >/dev/null

# Articles are named after their files, unless two files have one name.
name=(--id-from name)
stems=$(for file in "${files[@]}"; do stem=${file##*/}; echo "${stem%.*}"; done)
[[ -z "$(sort <<<"$stems" | uniq -d)" ]] || name=()

"$POLYGIST_BIN/polygist" ingest "${name[@]}" "${files[@]}"
echo
"$POLYGIST_BIN/polygist" summarize --all
