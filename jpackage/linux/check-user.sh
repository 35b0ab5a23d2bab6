#!/bin/sh
# What check.sh does on the user's desktop: `first` after the installation, `again` after the upgrade.
set -u
failed=0
await() { # await DESCRIPTION COMMAND...: it succeeds within a minute or two
  what=$1 tries=0
  shift
  until output=$("$@" 2>&1); do
    tries=$((tries + 1))
    if [ $tries -ge 120 ]; then
      failed=1
      echo "FAILED: $what"
      printf '%s\n' "$output" | tail -5 | sed 's/^/    /'
      picture "failed-$tries"
      return
    fi
    sleep 1
  done
  echo "ok: $what"
}
picture() { import -window root "$PICTURES/$step-$1.png"; }
# The icon on the panel has exactly the colour of its mark.
icon() { [ "$(import -window root -depth 8 txt:- | grep -ci "#$1")" -gt 30 ]; }
window() { xdotool search --onlyvisible --name '^Upkeep'; }
alive() { upkeep list --json | grep -q '"database":"shop".*"state":"alive"'; }
starts_at_login() { upkeep login-start status --json | grep -q '"loginStart":"on"'; }

step=$1
launch() { gio launch /usr/share/applications/upkeep.desktop >/dev/null 2>&1; }
await "the entry of the menu starts it" launch
await "a terminal asks the agent" upkeep status
await "the packaged agent opens the packaged window" window
if [ "$step" = first ]; then
  await "its icon is in the panel" icon 8b949e
  picture empty
  await "a database is added" sh -c 'printf %s "$URL" | upkeep add shop --window 30d'
  await "it is alive" alive
  await "the icon says so" icon 3fb950
  sleep 3
  picture alive
  await "it starts at login from now on" upkeep login-start on
  await "and says so" starts_at_login
  await "by an entry that is valid" desktop-file-validate "$HOME/.config/autostart/upkeep.desktop"
else
  await "the database is still known" alive
  await "its password still opens it" upkeep ping shop
  await "it still starts at login" starts_at_login
  await "the icon is in the panel" icon 3fb950
  picture alive
fi
await "its process has its name" pgrep -u "$(id -u)" -x upkeep
await "it stops" upkeep stop
exit $failed
