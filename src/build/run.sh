#!/bin/sh
# Does Upkeep's main job with what was just built: an agent that keeps your database alive, or a sample
# one, and prints every touch; on a desktop with its icon in the tray. On a terminal until Ctrl-C,
# otherwise until two touches are verified. Nothing is written outside target/.
set -eu
cd "$(dirname "$0")/../.."
UPKEEP_HOME=$PWD/target/run-home
export UPKEEP_HOME

# A desktop on macOS names itself by no variable.
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname)" = Darwin ]; then
  set -- target/upkeep agent --environment
else
  set -- target/upkeep agent --headless
fi
if [ ! -t 1 ] || [ ! -t 0 ]; then
  set -- "$@" --stop-after 2
  # Nobody waits six hours for the second one.
  KEEPALIVE_INTERVAL=${KEEPALIVE_INTERVAL:-0.0167}
  export KEEPALIVE_INTERVAL
fi

for name in UPSTASH_REDIS_URL UPSTASH_REDIS_REST_URL UPSTASH_REDIS_REST_TOKEN VALKEY_URL; do
  # Set, even if empty: what you named is never replaced by something else.
  if eval "[ -n \"\${$name+set}\" ]"; then
    exec "$@"
  fi
done
echo "No database is configured (UPSTASH_REDIS_URL is not set), so here is a sample one, a real Redis on this computer, touched every minute."
KEEPALIVE_INTERVAL=0.0167
export KEEPALIVE_INTERVAL
exec sh src/build/sample.sh "$@"
