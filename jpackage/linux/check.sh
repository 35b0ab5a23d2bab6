#!/bin/sh
# Installs, uses, upgrades and removes what `make package` made, as root on Debian, on a machine that may be
# changed: it makes a user, installs upkeep, and takes both away again. Pictures are in target/package-check.
set -eu
cd "$(dirname "$0")/../.."
pictures=$PWD/target/package-check
user="upkeep-check"

if [ "${1:-}" != inside ]; then
  [ "$(id -u)" = 0 ] || { echo "upkeep: the package check installs packages, so it has to run as root." >&2; exit 1; }
  java=$(sh src/build/jdk.sh)/bin/java
  exec "$java" -XX:+UseSerialGC -cp "$(sh src/build/classpath.sh test-classes)" \
    dev.upkeep.testing.SampleWithTls sh jpackage/linux/check.sh inside
fi

failed=0
ok() { echo "ok: $1"; }
bad() {
  failed=1
  echo "FAILED: $1"
}
expect() { # expect DESCRIPTION COMMAND...: it succeeds
  what=$1
  shift
  if output=$("$@" 2>&1 </dev/null); then ok "$what"; else
    bad "$what"
    printf '%s\n' "$output" | sed 's/^/    /'
  fi
}

deb=$(ls target/packages/upkeep_*.deb)
rpm=$(ls target/packages/upkeep-*.rpm)
tarball=$(ls target/packages/upkeep-*.tar.gz)
scratch=$(mktemp -d)
chmod 755 "$scratch"
rm -rf "$pictures"
mkdir -p "$pictures"
clean() {
  umount "$scratch/mount" 2>/dev/null || true
  apt-get remove -y -qq upkeep >/dev/null 2>&1 || true
  userdel -r $user >/dev/null 2>&1 || true
  rm -rf "$scratch"
}
trap clean EXIT
# What an earlier check left when it was interrupted.
apt-get remove -y -qq upkeep >/dev/null 2>&1 || true
userdel -r $user >/dev/null 2>&1 || true

# --- What others think of the files.
expect "lintian finds no error" lintian --fail-on error "$deb"
expect "the entry of the menu is valid" desktop-file-validate jpackage/linux/upkeep.desktop
expect "the description for software centres is valid" \
  appstreamcli validate --no-net target/package-work/tree/usr/share/metainfo/dev.upkeep.upkeep.metainfo.xml
mkdir "$scratch/root"
expect "the rpm installs" rpm --root "$scratch/root" --nodeps --nosignature -i "$rpm"
expect "and what it brings starts" "$scratch/root/usr/lib/upkeep/bin/upkeep" --version
rm -rf "$scratch/root"
for key in LSUIElement CFBundleExecutable CFBundleIdentifier CFBundleShortVersionString; do
  expect "Info.plist has $key" test "$(xmllint --nonet --xpath "count(/plist/dict/key[.='$key'])" jpackage/macos/Info.plist)" = 1
done
for name in MajorUpgrade Environment ComponentGroupRef; do
  expect "the installer of Windows has $name" \
    test "$(xmllint --nonet --xpath "count(//*[local-name()='$name'])" jpackage/windows/main.wxs)" -ge 1
done
expect "the entitlements are well-formed" xmllint --nonet --noout jpackage/macos/entitlements.plist
size=$(stat -c %s "$deb")
expect "the .deb has at most 62 MB ($((size / 1000000)))" test "$size" -le 62000000
size=$(du -sb target/package-work/deb/usr | cut -f1)
expect "installed it has at most 145 MB ($((size / 1000000)))" test "$size" -le 145000000

# --- The image, in places where programs fail.
useradd --create-home $user
place="$scratch/Ünder a strange näme"
mkdir "$place" "$scratch/mount"
tar -xzf "$tarball" -C "$place"
upkeep=$(ls -d "$place"/upkeep-*)/bin/upkeep
bare() { # bare COMMAND...: as an ordinary user, with nothing in the environment, and no network but loopback
  unshare -n sh -c 'ip link set lo up 2>/dev/null; exec "$@"' sh \
    setpriv --reuid $user --regid $user --clear-groups env -i PATH=/usr/bin:/bin HOME="/home/$user" "$@"
}
expect "it starts without Java, Maven, network and environment, from a strange place" bare "$upkeep" --version
mount --bind "$place" "$scratch/mount"
mount -o remount,ro,bind "$scratch/mount"
expect "it starts from a read-only file system" bare "$(ls -d "$scratch"/mount/upkeep-*)/bin/upkeep" list
umount "$scratch/mount"

as() { # as COMMAND...: the user at the same network, with the sample database
  setpriv --reuid $user --regid $user --clear-groups env -i PATH=/usr/bin:/bin HOME="/home/$user" \
    UPSTASH_REDIS_URL="$SAMPLE_PLAIN_URL" "$@"
}
json() { # json DESCRIPTION COMMAND...: one object and nothing else on standard output
  what=$1
  shift
  out=$("$@" 2>"$scratch/err" || true)
  case $out in
    '{"time":"'*'"outcome":"alive"'*'}') ok "$what" ;;
    *) bad "$what: $out $(cat "$scratch/err")" ;;
  esac
}
cache=$(dirname "$upkeep")/../lib/cache
json "JSON is pure" as "$upkeep" ping --json
touch "$(dirname "$upkeep")/../lib/app/upkeep.jar"
json "JSON is pure when what training wrote does not fit any more" as "$upkeep" ping --json
head -c 100000 "$cache/upkeep.aot" > "$cache/half" && mv "$cache/half" "$cache/upkeep.aot"
json "JSON is pure when it is cut off" as "$upkeep" ping --json
rm -r "$cache"
json "JSON is pure when it is gone" as "$upkeep" ping --json
mkdir "$scratch/nobodys"
out=$(as env HOME="$scratch/nobodys" "$upkeep" list 2>&1 </dev/null) && bad "a home that cannot be written to is an error" || {
  case $out in
    *Exception* | *'	at '*) bad "a home that cannot be written to is said in a sentence: $out" ;;
    *) ok "a home that cannot be written to: $out" ;;
  esac
}
rm -rf "$place"

# --- The GitHub action, with a release of our own in place of GitHub's.
releases=$scratch/releases
mkdir "$releases"
tar -xzf "$tarball" -C "$releases"
mv "$releases"/upkeep-* "$releases/upkeep-9.9.9"
case $(uname -m) in x86_64) architecture=amd64 ;; *) architecture=arm64 ;; esac
released=upkeep-9.9.9-linux-$architecture.tar.gz
tar -C "$releases" -cf - upkeep-9.9.9 | gzip -1 > "$releases/$released"
(cd "$releases" && sha256sum -- "$released" > SHA256SUMS)
action() { as env UPKEEP_ACTION_VERSION="$1" sh "$scratch/action.sh" "$releases"; }
refused() { ! action "$1"; }
cp jpackage/linux/action.sh "$scratch/"
expect "the action touches with what it downloaded" action 9.9.9
expect "it takes no version that could be something else" refused '../9.9.9'
echo tampered >> "$releases/$released"
expect "it refuses a package that is not the one released" refused 9.9.9
: > "$releases/SHA256SUMS"
expect "it refuses a package of which no checksum is known" refused 9.9.9
rm -rf "$releases"

# --- Installed, as a person uses it.
cp jpackage/linux/check-user.sh jpackage/linux/desktop.sh jpackage/linux/desktop-panel.xml "$scratch/"
mkdir "$scratch/pictures"
chown $user "$scratch/pictures"
session() { # session STEP: on a desktop of the user
  if setpriv --reuid $user --regid $user --clear-groups env -i PATH=/usr/bin:/bin HOME="/home/$user" LANG=C.UTF-8 \
    URL="$SAMPLE_PLAIN_URL" PICTURES="$scratch/pictures" \
    sh "$scratch/desktop.sh" "/home/$user" sh "$scratch/check-user.sh" "$1" 2>"$scratch/err"; then :; else
    failed=1
    sed 's/^/    /' "$scratch/err"
  fi
  cp "$scratch/pictures/"* "$pictures/" 2>/dev/null || true
}
expect "apt installs it" apt-get install -y -qq --no-install-recommends "./$deb"
expect "the manual is found by its name" man -w upkeep
session first
sed -i 's/^Version: .*/Version: 99.0/' target/package-work/deb/DEBIAN/control
dpkg-deb --root-owner-group -Znone --build target/package-work/deb "$scratch/next.deb" >/dev/null
expect "apt upgrades it" apt-get install -y -qq --no-install-recommends "$scratch/next.deb"
session again
expect "apt removes it" apt-get remove -y -qq upkeep
left=$(find /usr /etc /opt /var -xdev \( -path "$PWD" -o -path /var/log -o -path /var/cache -o -path /var/lib/dpkg \) -prune \
  -o -iname '*upkeep*' -print 2>/dev/null || true)
expect "it leaves nothing in the system${left:+: $left}" test -z "$left" -a ! -e /usr/lib/upkeep -a ! -e /usr/bin/upkeep
expect "and everything that is the user's" test -s "/home/$user/.config/upkeep/upkeep.json" \
  -a -s "/home/$user/.local/state/upkeep/upkeep.db"

exit $failed
