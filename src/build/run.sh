#!/bin/sh
# Does Upkeep's main job with what was just built: keeps your database alive, or a sample one.
set -eu
cd "$(dirname "$0")/../.."
for name in UPSTASH_REDIS_URL UPSTASH_REDIS_REST_URL UPSTASH_REDIS_REST_TOKEN VALKEY_URL; do
  # Set, even if empty: what you named is never replaced by something else.
  if eval "[ -n \"\${$name+set}\" ]"; then
    exec target/upkeep ping
  fi
done
echo "No database is configured (UPSTASH_REDIS_URL is not set), so here is a sample one: a real Redis on this computer."
exec sh src/build/sample.sh target/upkeep ping
