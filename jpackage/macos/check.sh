#!/bin/sh
# `make package-check` on macOS: opens target/packages/*.dmg, puts Upkeep where people put it, uses it, and removes it.
# It changes the account that it runs in: for build machines. What it says is in target/package-check.
#
# Written against the manuals of hdiutil, codesign, spctl, launchctl, plutil and security. Nobody has run it yet.
set -eu
cd "$(dirname "$0")/../.."
if [ "${1:-}" != inside ]; then
  exec "$(sh src/build/jdk.sh)/bin/java" -XX:+UseSerialGC -cp "$(sh src/build/classpath.sh test-classes)" \
    dev.upkeep.testing.SampleWithTls sh jpackage/macos/check.sh inside
fi
pictures=$PWD/target/package-check
rm -rf "$pictures"
mkdir -p "$pictures"
output=$pictures/output
. jpackage/checks.sh
dmg=$(ls target/packages/upkeep-*-macos-*.dmg)
version=$(sed -n 's/^version=//p' target/classes/dev/upkeep/build.properties)
volume=
app=/Applications/Upkeep.app
bin=$app/Contents/MacOS
data="$HOME/Library/Application Support/Upkeep"
label=dev.upkeep.agent
plist=$HOME/Library/LaunchAgents/$label.plist
domain=gui/$(id -u)
if [ -e "$app" ] || [ -e "$data" ]; then
  echo "upkeep: somebody uses Upkeep on this Mac: $app, $data" >&2
  exit 1
fi
clean() {
  [ -z "$volume" ] || hdiutil detach -quiet "$volume" 2>/dev/null || true
  [ ! -x "$bin/upkeep-cli" ] || "$bin/upkeep-cli" stop >/dev/null 2>&1 || true
  launchctl bootout "$domain/$label" 2>/dev/null || true
  rm -rf "$app" "$plist"
}
trap clean EXIT

# --- As it is opened.
expect "the image is whole" "hdiutil verify; package.sh" hdiutil verify "$dmg"
# In /Volumes, where the Finder opens it.
expect "it opens" "hdiutil attach" hdiutil attach -nobrowse -readonly "$dmg"
volume=$(sed -n 's|.*[[:space:]]\(/Volumes/.*\)|\1|p' "$output" | tail -1)
[ -n "$volume" ] || exit 1
expect "Upkeep is in it" "package.sh, what goes into the image" test -x "$volume/Upkeep.app/Contents/MacOS/Upkeep"
expect "its seal is whole, from the inside out" "seal.sh: nothing may be changed afterwards, and what is inside is sealed first" \
  codesign --verify --deep --strict --verbose=2 "$volume/Upkeep.app"
expect "Info.plist is valid" "macos/Info.plist" plutil -lint "$volume/Upkeep.app/Contents/Info.plist"
info() { [ "$(plutil -extract "$1" raw -o - "$volume/Upkeep.app/Contents/Info.plist")" = "$2" ]; }
expect "it is in the menu bar and not in the Dock" "LSUIElement in Info.plist" info LSUIElement true
expect "macOS does not slow it down while nobody looks" "NSAppSleepDisabled in Info.plist" info NSAppSleepDisabled true
expect "it has the version that was built" "image.sh, @VERSION@" info CFBundleShortVersionString "${version%%-*}"
identifier() { codesign --display --verbose=2 "$1" 2>&1 | sed -n 's/^Identifier=//p'; }
one_identity() {
  for launcher in Upkeep upkeep-cli upkeep-window; do
    echo "$launcher: $(identifier "$volume/Upkeep.app/Contents/MacOS/$launcher")"
    [ "$(identifier "$volume/Upkeep.app/Contents/MacOS/$launcher")" = dev.upkeep.upkeep ] || return 1
  done
}
expect "all launchers are one program to the keychain" "codesign --identifier dev.upkeep.upkeep for each, in seal.sh" one_identity
# A signature of somebody, and not the one of nobody that every build has.
if codesign --display --verbose=2 "$volume/Upkeep.app" 2>&1 | grep -q '^Authority=Developer ID'; then
  expect "Gatekeeper lets it in" "spctl says why; notarytool log" spctl --assess --type execute --verbose "$volume/Upkeep.app"
  expect "the notary's ticket is stapled to the image" "xcrun notarytool log" xcrun stapler validate "$dmg"
  unsigned() {
    for jar in "$volume"/Upkeep.app/Contents/app/*.jar "$volume"/Upkeep.app/Contents/app/lib/*.jar; do
      unzip -l "$jar" | grep -E '\.(so|dylib|jnilib)$' && return
    done
    return 1
  }
  expect "no library is left in a jar, where nobody signed it" "image.sh takes them out" fails unsigned
else
  echo "skipped: Gatekeeper and the notary, since this image has no certificate"
fi
expect "it does not start at login from an image that will be ejected" "desktop/mac: refuse /Volumes/ and /AppTranslocation/" \
  fails "$volume/Upkeep.app/Contents/MacOS/upkeep-cli" login-start on
[ ! -e "$plist" ] || rm "$plist"

# --- Where people put it.
expect "it is copied to the applications" "ditto" ditto "$volume/Upkeep.app" "$app"
expect "the image is closed" "something of it is still in use" hdiutil detach "$volume"
upkeep() { "$bin/upkeep-cli" "$@"; }
expect "it tells its version" "Contents/app/upkeep-cli.cfg" tells "upkeep $version" upkeep --version
mkdir "$pictures/bin"
ln -s "$app/Contents/Resources/upkeep" "$pictures/bin/upkeep"
expect "it can be linked to a folder of the PATH" "Contents/Resources/upkeep, a script: the launchers do not follow links to themselves" \
  tells "upkeep $version" "$pictures/bin/upkeep" --version
touch_once() { UPSTASH_REDIS_URL=$SAMPLE_PLAIN_URL tells '"outcome":"alive","evidence":"write"' upkeep ping --json; }
expect "a database is touched" "Upkeep's own words below" touch_once
expect "it starts from the archives that training wrote" \
  "the times of Contents/app/*.jar: Java compares them, and whoever copies the app must keep them" \
  sh jpackage/archived.sh "$bin/Upkeep"
expect "and upkeep doctor says so" "upkeep doctor" tells '{"name":"archive","value":"used"}' upkeep doctor --json

# --- The agent, as the icon starts it.
expect "the icon starts it" "open; Console.app" open -a "$app"
await "a terminal asks the agent" "$HOME/Library/Logs/Upkeep" upkeep status
if printf '%s' "$SAMPLE_PLAIN_URL" | upkeep add 'schön' --window 30d > "$output" 2>&1; then
  echo "ok: a database with an umlaut is added"
else
  fault "a database with an umlaut is added" "the keychain may be asking: unlock the login keychain of the build machine" "exit status"
fi
alive() { tells '"state":"alive"' upkeep list --json; }
await "it is alive: what one launcher stored, another reads without being asked" \
  "the keychain item's access list; one identifier for all launchers" alive
expect "what is piped is UTF-8, names included" "the encoding of standard output" tells 'schön' upkeep list --json
one_item() { [ "$(security dump-keychain | grep -c '"svce"<blob>="Upkeep"')" = 1 ]; }
expect "all secrets are one item, so that macOS asks once" "secret/, OneItem" one_item
keychain() { security dump-keychain | grep -i upkeep; }
expect "its secret is in the keychain" "upkeep doctor says which store is used" keychain
plain() { grep -rl ':sample@' "$data"; }
expect "and in no file" "secret/, the store that was chosen" fails plain
named() { ! upkeep list --json | grep -q '"label":"unknown"'; }
expect "this Mac has a name" "touch/, Label: scutil --get LocalHostName" named
template() { grep -q '^java-options=-Dapple.awt.enableTemplateImages=true' "$app/Contents/app/Upkeep.cfg"; }
expect "the icon is painted by the menu bar" "macos/image.sh, system_options" template
screencapture -x "$pictures/desktop.png" 2>/dev/null || true
echo "to be looked at: desktop.png (the icon in the menu bar, dark on light and light on dark)"

expect "the start at login is turned on" "upkeep login-start on" upkeep login-start on
expect "its launch agent is valid" "desktop/mac, LaunchAgentPlist" plutil -lint "$plist"
expect "macOS can tell whose it is" "AssociatedBundleIdentifiers in LaunchAgentPlist" \
  plutil -extract AssociatedBundleIdentifiers raw -o - "$plist"
expect "Upkeep says that it is on" "upkeep login-start status" tells '"loginStart":"on"' upkeep login-start status --json
upkeep stop > /dev/null 2>&1 || true
# What the next login does.
expect "launchd takes it" "launchctl bootstrap; the limit to Aqua needs a session with windows" launchctl bootstrap "$domain" "$plist"
loaded() { launchctl print "$domain/$label" | tee "$pictures/launchctl.txt" | grep -q 'Contents/MacOS/Upkeep'; }
expect "and has the icon's program" "launchctl.txt" loaded
await "which runs" "launchctl.txt: last exit code; $HOME/Library/Logs/Upkeep" upkeep status
expect "it stops" "upkeep stop" upkeep stop
expect "it is turned off" "upkeep login-start off" upkeep login-start off
expect "and its file is gone" "$plist" test ! -e "$plist"
launchctl bootout "$domain/$label" 2>/dev/null || true
# Without a word it is the icon's program, which goes on by itself: the prompt comes back.
prompt() {
  upkeep > /dev/null 2>&1 &
  asked=$! tries=0
  while kill -0 $asked 2>/dev/null; do
    tries=$((tries + 1))
    [ $tries -lt 30 ] || return 1
    sleep 1
  done
}
expect "upkeep without a word gives the prompt back" "Main: on macOS it opens the icon's program and returns" prompt
upkeep stop > /dev/null 2>&1 || true

# --- Removed, as people remove it.
rm -rf "$app"
expect "what is the user's is left" "nothing but the app was removed" test -s "$data/upkeep.json" -a -s "$data/upkeep.db"
expect "and the secret" "security dump-keychain" keychain
exit $failed
