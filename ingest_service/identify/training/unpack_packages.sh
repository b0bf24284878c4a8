#!/bin/sh
# Unpacks, without installing, what collect.py reads: unpack_packages.sh FOLDER
# Afterwards FOLDER/root holds the files (about 3 GB) and FOLDER/debs the packages (about 2 GB).
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
