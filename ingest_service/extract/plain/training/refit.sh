#!/usr/bin/env bash
# refit.sh BUILD SETS WORK: fits both models of plain text again and writes them to ../data. Deterministic: the same sets,
# sources and packages give the same files to the byte.
#
# SETS holds, for each of the public sets wcxb-dev-article and traf-public, NAME.tar.xz (pages NAME/ID.html) and NAME.gold.json
# (by page: url, charset, and "text" or the segments "with" and "without"). BUILD is a build folder with polygist, ingest_service
# and dump_plain_features. WORK takes some 2 GB; steps whose output is there are not done again. ../README.md names the packages.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
build=$(realpath "$1") sets=$(realpath "$2")
mkdir -p "$3"
work=$(realpath "$3")
python=/usr/bin/python3
names=(wcxb-dev-article traf-public)
jars=${JAVA_JARS:-/usr/share/java}
classes=$jars/boilerpipe.jar:$jars/nekohtml.jar:$jars/xercesImpl.jar

# make FILE COMMAND...: runs COMMAND, which writes FILE.part, unless FILE is there.
make() {
  [[ -e "$1" ]] && return
  "${@:2}"
  mv "$1.part" "$1"
}

normalize() {  # NAME
  export POLYGIST_INGEST_ADDRESS=127.0.0.1:${REFIT_PORT:-17700}
  "$build/bin/ingest_service" --store memory: 2>"$work/ingest.log" &
  local service=$!
  for page in "$work/$1"/*.html; do
    printf '{"id": "%s", "content_type": "text/html", "path": "%s"}\n' "$(basename "$page" .html)" "$page"
  done >"$work/$1.input"
  until "$build/bin/ingest_service" --healthcheck 2>/dev/null; do sleep .2; done
  "$build/bin/polygist" batch normalize --input "$work/$1.input" --output "$work/$1.normalized.part"
  kill "$service"
  wait "$service" || true
}

if [[ ! -d "$work/node_modules" ]]; then
  npm install --silent --no-audit --no-fund --prefix "$work" \
    @mozilla/readability@0.6.0 linkedom@0.16.11 unfluff@3.2.0 html-to-text@10.0.1
fi
cp "$here/dump_extractors.js" "$work"
javac -cp "$classes" -d "$work" "$here/DumpBoilerpipe.java"

dumps=()
for name in "${names[@]}"; do
  [[ -d "$work/$name" ]] || tar -xf "$sets/$name.tar.xz" -C "$work"
  make "$work/$name.normalized" normalize "$name"
  "$python" "$here/make_gold.py" "$work/$name" "$sets/$name.gold.json" "$work/$name.normalized" \
    "$work/$name.gold.json" "$work/$name.list"
  make "$work/$name.pages" "$python" "$here/dump_pages.py" "$work/$name" "$work/$name.gold.json" "$work/$name.pages.part"
  make "$work/$name.extractors" node "$work/dump_extractors.js" "$work/$name" "$work/$name.list" "$work/$name.extractors.part"
  make "$work/$name.boilerpipe" java -cp "$work:$classes" DumpBoilerpipe "$work/$name" "$work/$name.boilerpipe.part" <"$work/$name.list"
  dumps+=("$work/$name.pages" "$work/$name.extractors" "$work/$name.boilerpipe")
done
"$python" "$here/train.py" "$(IFS=,; echo "${dumps[*]}")" "$build/bin/dump_plain_features" \
  "$here/../data/plain_model.tsv" "$here/../data/plain_context_model.tsv"
sha256sum "$here/../data/"plain_*model.tsv
