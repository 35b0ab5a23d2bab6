# Part of windows/check.sh and macos/check.sh: what a check says. A failure does not end it, so that one run tells
# everything; and each says what to look at, since nobody is there to ask.
# shellcheck shell=sh disable=SC2154,SC2034 # of the check that it is part of
failed=0
expect() { # expect DESCRIPTION HINT COMMAND...: it succeeds
  what=$1 hint=$2
  shift 2
  if "$@" > "$output" 2>&1 < /dev/null; then
    printf 'ok: %s\n' "$what"
  else
    fault "$what" "$hint" "exit status $?"
  fi
}
await() { # await DESCRIPTION HINT COMMAND...: it succeeds within a minute or so
  what=$1 hint=$2 tries=0
  shift 2
  until "$@" > "$output" 2>&1 < /dev/null; do
    tries=$((tries + 1))
    if [ $tries -ge 40 ]; then
      fault "$what" "$hint" "never came true"
      return
    fi
    sleep 1
  done
  printf 'ok: %s\n' "$what"
}
fault() { # fault DESCRIPTION HINT HOW
  failed=1
  printf 'FAILED: %s (%s)\n    look at: %s\n' "$1" "$3" "$2"
  tail -15 "$output" | sed 's/^/    | /'
}
fails() { ! "$@"; }
# What a command writes is UTF-8, and holds this.
tells() { # tells TEXT COMMAND...
  wanted=$1
  shift
  "$@" > "$output.tells" || return
  cat "$output.tells"
  iconv -f UTF-8 -t UTF-8 < "$output.tells" > /dev/null && grep -qF -e "$wanted" "$output.tells"
}
