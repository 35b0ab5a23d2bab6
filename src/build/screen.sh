#!/bin/sh
# screen.sh COMMAND...: runs a command on a screen that nobody sees, an X server and a window manager of
# its own, and ends both with it. Its status is the command's.
set -eu

work=$(mktemp -d)
server=
manager=
finish() {
  [ -z "$manager" ] || kill "$manager" 2>/dev/null || true
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 1' HUP INT TERM

# Keys do not repeat: on a busy computer a robot's short press would be several.
# The server picks a display that is free and writes its number once it takes connections.
Xvfb -displayfd 3 -screen 0 1920x1200x24 -nolisten tcp -noreset -r 3>"$work/display" 2>"$work/log" &
server=$!
tries=0
while ! grep -q '[0-9]' "$work/display"; do
  tries=$((tries + 1))
  if [ "$tries" -gt 300 ] || ! kill -0 "$server" 2>/dev/null; then
    echo "upkeep: Xvfb does not start:" >&2
    cat "$work/log" >&2
    exit 1
  fi
  sleep 0.1
done
DISPLAY=:$(tr -dc 0-9 <"$work/display")
export DISPLAY
unset WAYLAND_DISPLAY

# Windows get the keyboard from a window manager, as they do on a desktop.
openbox --sm-disable >"$work/openbox.log" 2>&1 &
manager=$!

"$@"
