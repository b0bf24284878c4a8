#!/usr/bin/env bash
# A PostgreSQL server of a test's own: its data lie in a folder, and only the Unix socket in that folder leads to it.
#
#   private_postgres.sh init FOLDER         makes the database; exit 77 when no server programs are installed
#   private_postgres.sh run FOLDER PROGRAM  becomes PROGRAM (postgres, psql, pg_dump, ...) with what follows as arguments;
#                                           a server ends with the process that started it
#
# The role "polygist" owns everything and needs no password; the role "reader" needs one that nobody has set.
set -euo pipefail

# Debian keeps server programs out of PATH, by version.
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1) || true
[[ -x "$bin/postgres" ]] || bin=$(pg_config --bindir 2>/dev/null || true)
if [[ ! -x "$bin/postgres" || ! -x "$bin/initdb" ]]; then
  echo "No PostgreSQL server programs are installed: deploy/setup.sh --tests installs them." >&2
  exit 77
fi

# The server refuses to run as root.
as_nobody=(setpriv --pdeathsig QUIT)
[[ "$(id -u)" -ne 0 ]] || as_nobody+=(--reuid nobody --regid nogroup --clear-groups)

folder=$2
case "$1" in
  init)
    [[ "$(id -u)" -ne 0 ]] || chown nobody:nogroup "$folder"
    # A collation that does not sort by bytes: the store must not depend on it.
    options=(--username polygist --auth trust --encoding UTF8 --locale C.UTF-8 --no-sync --no-instructions)
    if "$bin/initdb" --help | grep -q icu-locale; then options+=(--locale-provider icu --icu-locale en); fi
    cd "$folder"
    "${as_nobody[@]}" "$bin/initdb" --pgdata "$folder/data" "${options[@]}" >/dev/null
    "${as_nobody[@]}" sed -i '1i local all reader scram-sha-256' "$folder/data/pg_hba.conf"
    "${as_nobody[@]}" tee -a "$folder/data/postgresql.conf" >/dev/null <<CONF
listen_addresses = ''
unix_socket_directories = '$folder'
shared_buffers = 16MB
recovery_init_sync_method = syncfs  # One call instead of one for each of a thousand files.
CONF
    ;;
  run)
    cd "$folder"
    exec "${as_nobody[@]}" "$bin/$3" "${@:4}"
    ;;
  *)
    sed -n '2,8s/^# \{0,1\}//p' "$0" >&2
    exit 2
    ;;
esac
