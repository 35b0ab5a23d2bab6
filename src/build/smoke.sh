#!/bin/sh
# Uses target/upkeep as a person would. The tests have proved what it does; this proves that what was
# built does it.
set -u
cd "$(dirname "$0")/../.." || exit
failed=0
UPKEEP_HOME=$PWD/target/smoke-home
export UPKEEP_HOME
rm -rf "$UPKEEP_HOME"

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
expect 0 "no databases yet" target/upkeep list
expect 2 "nothing to deploy yet" target/upkeep deploy systemd
expect 3 "no agent to ask" target/upkeep status
expect 0 "an agent keeps a database of the environment" \
  env KEEPALIVE_INTERVAL=0.0167 sh src/build/sample.sh target/upkeep agent --headless --stop-after 1
expect 0 "one with a tray keeps it, too, where no desktop is to be found" \
  env -u DBUS_SESSION_BUS_ADDRESS XDG_RUNTIME_DIR="$UPKEEP_HOME" KEEPALIVE_INTERVAL=0.0167 \
  sh src/build/sample.sh target/upkeep agent --environment --stop-after 1
expect 0 "completion for bash" target/upkeep completion bash
expect 0 "completion for zsh" target/upkeep completion zsh
expect 0 "the man page and the completions" test -s target/man/upkeep.1 -a -s target/completion/upkeep.bash \
  -a -s target/completion/_upkeep

json=$(sh src/build/sample.sh target/upkeep ping --json 2>/dev/null)
case $json in
  '{"time":"'*'"outcome":"alive","evidence":"write"'*'}') echo "ok: JSON" ;;
  *) failed=1; echo "FAILED: JSON: $json" ;;
esac

exit $failed
