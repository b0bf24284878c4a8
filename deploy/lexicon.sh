#!/usr/bin/env bash
# Compiles the dictionaries that tell what says the same in different languages, into build/lexicon. Optional: without
# them the services go by names, numbers and borrowed words. Downloads about 400 MB of Debian packages and unpacks them in
# build/lexicon-packages (about 2 GB, may be deleted afterwards); installs nothing but what building needs.
#
#   deploy/lexicon.sh
#
# local.sh and quickstart.sh use build/lexicon when it is there; POLYGIST_LEXICON names another folder.
set -euo pipefail
cd "$(dirname "$0")/.."

deploy/setup.sh
cmake --preset release --log-level=WARNING
cmake --build --preset release --target polygist_lexicon_build
summary_service/lexicon/build/fetch_packages.sh "$PWD/build/lexicon-packages"
mkdir -p build/lexicon.new
build/bin/polygist_lexicon_build build/lexicon-packages/root build/lexicon.new
rm -rf build/lexicon
mv build/lexicon.new build/lexicon
echo "build/lexicon holds $(ls build/lexicon/*.lex | wc -l) lexicon files"
