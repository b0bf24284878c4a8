#!/usr/bin/env bash
# A running pair of services on this machine.
#
#   deploy/local.sh up      starts both (builds them first when they are not there) and waits until they serve
#   deploy/local.sh down    stops both; running calls end first
#   deploy/local.sh status  says whether they run; exit 0 when both serve
#
# Environment, read by the client too, so that several pairs run side by side:
#   POLYGIST_INGEST_ADDRESS   default 127.0.0.1:7701
#   POLYGIST_SUMMARY_ADDRESS  default 127.0.0.1:7702
#   POLYGIST_DATA             database, logs and process IDs; default .polygist in this repository
#   POLYGIST_STORE            default sqlite:$POLYGIST_DATA/articles.db; see deploy/README.md for PostgreSQL
#   POLYGIST_BIN              the programs; default build/bin in this repository
#   POLYGIST_LEXICON          compiled dictionaries; default build/lexicon in this repository when it is there;
#                             empty: none
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
export POLYGIST_INGEST_ADDRESS=${POLYGIST_INGEST_ADDRESS:-127.0.0.1:7701}
export POLYGIST_SUMMARY_ADDRESS=${POLYGIST_SUMMARY_ADDRESS:-127.0.0.1:7702}
data=${POLYGIST_DATA:-$root/.polygist}
export POLYGIST_STORE=${POLYGIST_STORE:-sqlite:$data/articles.db}
bin=${POLYGIST_BIN:-$root/build/bin}
if [[ -z "${POLYGIST_LEXICON+set}" && -d "$root/build/lexicon" ]]; then export POLYGIST_LEXICON=$root/build/lexicon; fi
start_seconds=30
stop_seconds=40  # 20 for calls (--drain-seconds), 5 for their readers, 10 that gRPC may take to end

address_of() { [[ $1 == ingest_service ]] && echo "$POLYGIST_INGEST_ADDRESS" || echo "$POLYGIST_SUMMARY_ADDRESS"; }
pid_file() { echo "$data/$1.pid"; }
log_file() { echo "$data/$1.log"; }

# The process ID of a service that we started; nothing when it does not run. A number that meanwhile belongs
# to another program does not count, nor does a process that ended and that nobody collects.
pid_of() {
  local pid
  pid=$(cat "$(pid_file "$1")" 2>/dev/null) || return 0
  if [[ "$(cat "/proc/$pid/comm" 2>/dev/null)" == "${1:0:15}" ]] && ! grep -q '^State:.Z' "/proc/$pid/status"; then
    echo "$pid"
  fi
}

serves() { "$bin/$1" --healthcheck --listen "$(address_of "$1")" >/dev/null 2>&1; }

start() {
  local service=$1 pid
  pid=$(pid_of "$service")
  if [[ -z "$pid" ]]; then
    if serves "$service"; then
      echo "local.sh: another $service already listens on $(address_of "$service")" >&2
      return 1
    fi
    setsid nohup "$bin/$service" --listen "$(address_of "$service")" >>"$(log_file "$service")" 2>&1 </dev/null &
    pid=$!
    echo "$pid" >"$(pid_file "$service")"
  fi
  local deadline=$((SECONDS + start_seconds))
  until serves "$service"; do
    if ! kill -0 "$pid" 2>/dev/null || ((SECONDS >= deadline)); then
      echo "local.sh: $service does not serve; the end of $(log_file "$service"):" >&2
      tail -5 "$(log_file "$service")" >&2
      return 1
    fi
    sleep 0.1
  done
  echo "$service serves on $(address_of "$service")"
}

stop() {
  local service=$1 pid
  pid=$(pid_of "$service")
  if [[ -n "$pid" ]]; then
    kill -TERM "$pid"
    local deadline=$((SECONDS + stop_seconds))
    while [[ -n "$(pid_of "$service")" ]] && ((SECONDS < deadline)); do sleep 0.1; done
    if [[ -n "$(pid_of "$service")" ]]; then
      echo "local.sh: $service did not stop in $stop_seconds seconds and was killed" >&2
      kill -KILL "$pid"
    fi
    echo "$service stopped"
  fi
  rm -f "$(pid_file "$service")"
}

status() {
  local service=$1 pid
  pid=$(pid_of "$service")
  if [[ -z "$pid" ]]; then
    echo "$service is not running"
    return 1
  fi
  if serves "$service"; then
    echo "$service serves on $(address_of "$service"), process $pid, log $(log_file "$service")"
  else
    echo "$service runs and does not serve, process $pid, log $(log_file "$service")"
    return 1
  fi
}

case "${1:-}" in
  up)
    [[ -x "$bin/ingest_service" && -x "$bin/summary_service" ]] || "$root/deploy/build.sh"
    mkdir -p "$data"
    start ingest_service
    start summary_service
    ;;
  down)
    stop summary_service
    stop ingest_service
    ;;
  status)
    result=0
    status ingest_service || result=1
    status summary_service || result=1
    exit $result
    ;;
  *)
    sed -n '2,15s/^# \{0,1\}//p' "$0" >&2
    exit 2
    ;;
esac
