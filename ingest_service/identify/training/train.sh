#!/bin/sh
# Makes the second judge anew, from the packages to the model: train.sh WORK_FOLDER BUILD_FOLDER
# WORK_FOLDER takes 6 GB; BUILD_FOLDER is a configured CMake build. Says at the end whether training text and
# model are those of checksums.txt: other package versions give other text, other compilers another model.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mkdir -p "$1" && cd "$1" && pwd)
"$here/unpack_packages.sh" "$work"
"$here/collect.py" "$work/root" "$here/relatives.tsv" "$work/train.tsv" 2> "$work/collect.log"
"$here/classify_words.py" "$work/root" "$work/train.tsv" "$here/relatives.tsv" "$here/variants.tsv" "$work/classes.tsv"
cmake --build "$2" --target train_second_judge
"$2/bin/train_second_judge" "$work/train.tsv" "$here/relatives.tsv" "$work/classes.tsv" "$work/second_judge.model"
cd "$work"
sha256sum --check "$here/checksums.txt" || true
cp second_judge.model "$here/../data/second_judge.model"
