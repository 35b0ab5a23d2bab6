#!/bin/sh
# Uses target/upkeep as a person would. The tests have proved what it does; this proves that what was
# built does it.
set -u
cd "$(dirname "$0")/../.."
failed=0

expect() { # expect STATUS DESCRIPTION COMMAND...
  wanted=$1 what=$2
  shift 2
  output=$("$@" 2>&1 </dev/null)
  status=$?
  if [ "$status" = "$wanted" ]; then
    echo "ok: $what"
  else
    failed=1
    echo "FAILED: $what: exit $status instead of $wanted"
    printf '%s\n' "$output" | sed 's/^/    /'
  fi
}

expect 0 "make help lists the targets" make help
expect 0 "version" target/upkeep --version
expect 0 "help" target/upkeep ping --help
expect 0 "a sample database is touched" sh src/build/sample.sh target/upkeep ping
expect 0 "doctor visits it" sh src/build/sample.sh target/upkeep doctor
expect 0 "a keep-alive that is turned off" env KEEPALIVE_ENABLED=false target/upkeep ping
expect 1 "a port where nothing listens" env UPSTASH_REDIS_URL=redis://127.0.0.1:1 target/upkeep ping
expect 2 "a variable that cannot be used" env UPSTASH_REDIS_URL=nonsense target/upkeep ping
expect 2 "garbage on standard input" sh -c "printf 'garbage\\0\\377' | target/upkeep ping --stdin"
expect 2 "an unknown command" target/upkeep pong

json=$(sh src/build/sample.sh target/upkeep ping --json 2>/dev/null)
case $json in
  '{"time":"'*'"outcome":"alive","evidence":"write"'*'}') echo "ok: JSON" ;;
  *) failed=1; echo "FAILED: JSON: $json" ;;
esac

exit $failed
