#!/bin/sh
# Unpacks, without installing, what collect.py reads: unpack_packages.sh FOLDER
# Afterwards FOLDER/root holds the files (about 3 GB) and FOLDER/debs the packages (about 2 GB). Needs deb-src among
# apt's sources: no package holds the help of LibreOffice in the languages that nobody builds it for.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1/debs" "$1/root"
cd "$1/debs"
grep -v '^#' "$here/packages.txt" | while read -r package; do
  ls "${package}"_*.deb >/dev/null 2>&1 || apt-get download "$package"
done
for file in *.deb; do
  dpkg-deb --fsys-tarfile "$file" | tar -x -C ../root --wildcards --no-anchored \
    '*.mo' '*.xpi' '*.traineddata' '*.dic' '*.aff' '*/man?/*' '*/help/*' 'i18n/*.json' '*/i18n/*/*.json' \
    '*/cldr/common/*/*.xml' 'copyright' 2>/dev/null || true  # tar minds patterns that nothing matches.
done

# The tarball of LibreOffice's translations, of which the help in the languages of circles is read.
tarball=$(ls libreoffice_*.orig-translations.tar.xz 2>/dev/null || true)
if [ -z "$tarball" ]; then
  apt-get source --print-uris libreoffice | tr -d "'" | grep orig-translations.tar.xz' ' > uri
  read -r uri tarball _ sum < uri
  /usr/lib/apt/apt-helper download-file "$uri" "$tarball" "$sum"
fi
set --
for tag in $(grep -v '^#' "$here/relatives.tsv" | cut -f 3); do
  set -- "$@" "translations/source/$tag/helpcontent2/*"
done
tar -xJf "$tarball" -C ../root --wildcards "$@" 2>/dev/null || true  # Not all have such help.
