#!/bin/sh
# Fetches and unpacks, without installing anything, the packages the lexicon is compiled from.
#
#   fetch_packages.sh FOLDER      (some 200 MB of packages, 800 MB unpacked)
#
# Leaves FOLDER/root as polygist_lexicon_build reads it. A package that cannot be had is named and left
# out: the lexicon is smaller then.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$1
mkdir -p "$folder/packages" "$folder/root"
cd "$folder/packages"

wanted=$(sed -e '/^#/d' -e 's/[[:space:]].*//' -e '/^$/d' "$here/packages.tsv")
# All at once; when one is missing apt refuses the whole list, and each is tried by itself.
# shellcheck disable=SC2086
if ! apt-get download -q $wanted >/dev/null 2>&1; then
  for package in $wanted; do
    ls "$package"_*.deb >/dev/null 2>&1 && continue
    apt-get download -q "$package" >/dev/null 2>&1 || echo "fetch_packages: no $package" >&2
  done
fi

for package in *.deb; do
  dpkg-deb -x "$package" "$folder/root"
done

# Plain files for the compiler.
cd "$folder/root/usr/share"
for file in dictd/*.dict.dz; do
  [ -e "$file" ] && zcat -S .dz "$file" > "${file%.dz}" && rm "$file"
done
[ -e edict/edict ] && iconv -f EUC-JP -t UTF-8 -c edict/edict > edict/edict.utf8
[ -e unicode/Unihan_Readings.txt.bz2 ] && bzcat unicode/Unihan_Readings.txt.bz2 > unicode/Unihan_Readings.txt
exit 0
