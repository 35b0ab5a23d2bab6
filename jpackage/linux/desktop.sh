#!/bin/sh
# Runs a command on a desktop that nobody sees, as the user who calls it: an X server, a session bus, a
# window manager, Xfce's panel with a tray, its notification daemon, and a keyring that is unlocked.
#
# usage: desktop.sh HOME COMMAND...   (HOME: a folder that is made, the home of everything on it)
set -eu
if [ "$1" != inside ]; then
  home=$1 script=$(readlink -f "$0")
  shift
  here=$(dirname "$script")
  mkdir -p "$home/.config/xfce4/xfconf/xfce-perchannel-xml"
  cp "$here/desktop-panel.xml" "$home/.config/xfce4/xfconf/xfce-perchannel-xml/xfce4-panel.xml"
  # A short path, since sockets may have no long one.
  runtime=$(mktemp -d)
  Xvfb -displayfd 1 -screen 0 1280x720x24 -nolisten tcp -noreset > "$runtime/display" 2> "$home/xvfb.log" &
  screen=$!
  # shellcheck disable=SC2064 # as they are now
  trap "kill $screen 2>/dev/null; rm -rf '$runtime'" EXIT
  until [ -s "$runtime/display" ]; do
    kill -0 $screen 2>/dev/null || { cat "$home/xvfb.log" >&2; exit 1; }
    sleep 0.1
  done
  unset WAYLAND_DISPLAY XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME XDG_DATA_HOME DBUS_SESSION_BUS_ADDRESS
  DISPLAY=:$(cat "$runtime/display")
  export DISPLAY HOME="$home" XDG_RUNTIME_DIR="$runtime" \
    XDG_CURRENT_DESKTOP=XFCE GDK_BACKEND=x11 GSETTINGS_BACKEND=memory NO_AT_BRIDGE=1
  status=0
  dbus-run-session -- sh "$script" inside "$@" || status=$?
  exit $status
fi

shift
started=
start() {
  "$@" > "$HOME/$(basename "$1").log" 2>&1 &
  started="$started $!"
}
start openbox --sm-disable
start xfce4-panel --disable-wm-check --sm-client-disable
for notifyd in /usr/lib/*/xfce4/notifyd/xfce4-notifyd; do
  start "$notifyd"
done
printf desktop | gnome-keyring-daemon --unlock --components=secrets > "$HOME/keyring.log" 2>&1
gdbus wait --session --timeout 60 org.kde.StatusNotifierWatcher
gdbus wait --session --timeout 60 org.freedesktop.Notifications
status=0
"$@" || status=$?
# shellcheck disable=SC2086 # a list
kill $started 2>/dev/null || true
exit $status
