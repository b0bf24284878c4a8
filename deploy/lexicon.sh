#!/usr/bin/env bash
# Compiles the dictionaries that tell what says the same in different languages, into build/lexicon, unless they are
# there. Without them the services go by names, numbers and borrowed words. Downloads about 450 MB of Debian packages and
# unpacks them (1.7 GB) in build/lexicon-packages, which is removed in the end; installs nothing but what building
# needs. Takes some minutes.
#
#   deploy/lexicon.sh           exit 0 when build/lexicon is there
#   deploy/lexicon.sh --again   also when there is one already
#
# local.sh, quickstart.sh and the image use build/lexicon; POLYGIST_LEXICON names another folder.
set -euo pipefail
cd "$(dirname "$0")/.."

lexicons() { find build/lexicon -name '*.lex' 2>/dev/null; }
if [[ "${1:-}" != --again && -n "$(lexicons)" ]]; then exit 0; fi

deploy/setup.sh
log=$(mktemp)
trap 'rm -f "$log"' EXIT
run() { "$@" >"$log" 2>&1 || { tail -20 "$log" >&2; echo "lexicon.sh: failed: $*" >&2; exit 1; }; }

echo "Compiling dictionaries; this takes some minutes, once." >&2
run cmake --preset release
run cmake --build --preset release --target polygist_lexicon_build
summary_service/lexicon/build/fetch_packages.sh "$PWD/build/lexicon-packages"
rm -rf build/lexicon.new
run build/bin/polygist_lexicon_build build/lexicon-packages/root build/lexicon.new
rm -rf build/lexicon build/lexicon-packages
mv build/lexicon.new build/lexicon
echo "build/lexicon: $(lexicons | wc -l) files, $(du -sm build/lexicon | cut -f1) MB" >&2
