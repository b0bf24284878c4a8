#!/bin/sh
# Fetches and unpacks, without installing anything, the packages the lexicon is compiled from.
#
#   fetch_packages.sh FOLDER      (some 450 MB of packages, 1.7 GB unpacked)
#
# Leaves FOLDER/root as polygist_lexicon_build reads it. A package that cannot be had is named and left
# out: the lexicon is smaller then. Exit 1 when none can be had.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$1
mkdir -p "$folder/packages" "$folder/root"
cd "$folder/packages"

fetch() { apt-get download -q -o Acquire::Retries=2 -o Acquire::http::Timeout=30 "$@" >/dev/null 2>&1; }

wanted=$(sed -e '/^#/d' -e 's/[[:space:]].*//' -e '/^$/d' "$here/packages.tsv")
# Images are often shipped without package lists.
apt-cache show edict >/dev/null 2>&1 || apt-get update -qq >/dev/null 2>&1 || true
# All at once; when one is missing apt refuses the whole list, and each is tried by itself.
# shellcheck disable=SC2086
if ! fetch $wanted; then
  for package in $wanted; do
    ls "$package"_*.deb >/dev/null 2>&1 && continue
    fetch "$package" || echo "fetch_packages: no $package" >&2
  done
fi
ls ./*.deb >/dev/null 2>&1 || { echo "fetch_packages: no package can be downloaded" >&2; exit 1; }

# Games, pictures and templates are not read.
for package in *.deb; do
  dpkg-deb --fsys-tarfile "$package" | tar -x -C "$folder/root" \
    --exclude='./usr/share/games/*/data' --exclude='./usr/share/games/*/images' --exclude='./usr/share/games/*/fonts' \
    --exclude='./usr/share/games/*/sounds' --exclude='./usr/share/gnucash' --exclude='./usr/lib/libreoffice/share'
done

# Plain files for the compiler.
cd "$folder/root/usr/share"
for file in dictd/*.dict.dz; do
  [ -e "$file" ] && zcat -S .dz "$file" > "${file%.dz}" && rm "$file"
done
[ -e edict/edict ] && iconv -f EUC-JP -t UTF-8 -c edict/edict > edict/edict.utf8
[ -e unicode/Unihan_Readings.txt.bz2 ] && bzcat unicode/Unihan_Readings.txt.bz2 > unicode/Unihan_Readings.txt
exit 0
