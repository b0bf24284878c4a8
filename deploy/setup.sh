#!/usr/bin/env bash
# Installs the Debian 12 packages that building, testing and running need; only those that are missing.
# Nothing else in this repository installs anything.
#
#   deploy/setup.sh            to build and run, and for the tests that need no other server
#   deploy/setup.sh --tests    also the PostgreSQL server that tests start for themselves
#   deploy/setup.sh --runtime  only what the built programs need
#   deploy/setup.sh --fuzz     also what the CMake preset "fuzz" needs
set -euo pipefail

runtime=(
  libabsl20220623 libcld2-0 libgrpc++1.51 libicu72 libpq5 libprotobuf32 libspdlog1.10 libsqlite3-0
  libssl3 libstemmer0d libuchardet0 libxml2
)
build=(
  bzip2 ccache clang-format cmake g++ mold ninja-build openssl pkg-config
  libabsl-dev libcld2-dev libcli11-dev libgrpc++-dev libicu-dev libpq-dev libprotobuf-dev libspdlog-dev
  libsqlite3-dev libssl-dev libstemmer-dev libuchardet-dev libxml2-dev nlohmann-json3-dev
  protobuf-compiler protobuf-compiler-grpc
  libbenchmark-dev libgmock-dev libgtest-dev python3 python3-grpcio python3-protobuf
)

tests=(postgresql-15)
fuzz=(clang-19 libclang-rt-19-dev)

case "${1:-}" in
  '') wanted=("${runtime[@]}" "${build[@]}") ;;
  --tests) wanted=("${runtime[@]}" "${build[@]}" "${tests[@]}") ;;
  --fuzz) wanted=("${runtime[@]}" "${build[@]}" "${fuzz[@]}") ;;
  --runtime) wanted=("${runtime[@]}") ;;
  *) sed -n '2,8s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac

missing=()
for package in "${wanted[@]}"; do
  if [[ "$(dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null)" != "ii " ]]; then
    missing+=("$package")
  fi
done
[[ ${#missing[@]} -eq 0 ]] && exit 0

as_root=()
if [[ "$(id -u)" -ne 0 ]]; then
  command -v sudo >/dev/null || {
    echo "setup.sh: as root, or with sudo, install: ${missing[*]}" >&2
    exit 1
  }
  as_root=(sudo)
fi
echo "setup.sh: installing ${missing[*]}" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
apt() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 "$@" >"$log" 2>&1 </dev/null ||
    { tail -20 "$log" >&2; return 1; }
}

# Debian's package would make a database cluster and start it with the machine; tests make their own.
no_cluster=/etc/postgresql-common/createcluster.d/polygist.conf
if [[ " ${missing[*]} " == *" postgresql-15 "* ]]; then
  "${as_root[@]}" mkdir -p "${no_cluster%/*}"
  echo "create_main_cluster = false" | "${as_root[@]}" tee "$no_cluster" >/dev/null
  trap '"${as_root[@]}" rm -f "$no_cluster"; rm -f "$log"' EXIT
fi

apt update
apt install -y --no-install-recommends "${missing[@]}"
