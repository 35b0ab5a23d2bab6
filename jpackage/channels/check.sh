#!/bin/sh
# `make channels-test`, as root: from an empty Debian 12, made for this by debootstrap from the mirror that apt uses here,
# the apt repository is added, Upkeep installed, used, upgraded and removed; and everything that is not what was signed
# is refused. The keys are made here and thrown away. Wants the .deb in target/packages.
set -eu
cd "$(dirname "$0")/../.."
if [ "${1:-}" != inside ]; then
  [ "$(id -u)" = 0 ] || { echo "upkeep: a root of Debian is made by root alone." >&2; exit 1; }
  java=$(sh src/build/jdk.sh)/bin/java
  exec "$java" -XX:+UseSerialGC -cp "$(sh src/build/classpath.sh test-classes)" \
    dev.upkeep.testing.SampleWithTls sh jpackage/channels/check.sh inside
fi

failed=0
scratch=$(mktemp -d)
: > "$scratch/output"
: > "$scratch/server"
root=$scratch/root site=$scratch/site server=
clean() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  umount "$root/proc" 2>/dev/null || true
  gpgconf --homedir "$scratch/gpg" --kill all 2>/dev/null || true
  rm -rf "$scratch"
}
trap clean EXIT
trap 'exit 1' HUP INT TERM
expect() { # expect DESCRIPTION COMMAND...: it succeeds
  what=$1
  shift
  mv "$scratch/output" "$scratch/before"
  if "$@" > "$scratch/output" 2>&1 </dev/null; then echo "ok: $what"; else
    failed=1
    echo "FAILED: $what"
    tail -15 "$scratch/output" | sed 's/^/    /'
  fi
}
fails() { ! "$@"; }
# What the one before this wrote.
says() { cat "$scratch/before"; grep -q "$1" "$scratch/before"; }

# --- Keys to be thrown away.
GNUPGHOME=$scratch/gpg
export GNUPGHOME
mkdir -m 700 "$GNUPGHOME"
key() { # key NAME: makes one, and prints its fingerprint
  gpg --batch --quiet --pinentry-mode loopback --passphrase '' --quick-generate-key "$1" ed25519 sign 1d 2>/dev/null
  gpg --batch --with-colons --list-keys "$1" 2>/dev/null | sed -n 's/^fpr:*\([0-9A-F]*\):*$/\1/p' | head -1
}
ours=$(key "The check's key")
others=$(key "Somebody else's key")

# --- The repository, with one version and then with two, on a server of this computer.
mkdir "$site"
"$(sh src/build/jdk.sh)/bin/jwebserver" -b 127.0.0.1 -p 0 -d "$site" > "$scratch/server" 2>&1 &
server=$!
tries=0
until grep -q 'http://127' "$scratch/server"; do
  tries=$((tries + 1))
  [ $tries -le 100 ] || { cat "$scratch/server" >&2; exit 1; }
  sleep 0.2
done
url=$(sed -n 's|.*\(http://127.0.0.1:[0-9]*\).*|\1|p' "$scratch/server" | head -1)/apt
deb=$(ls target/packages/upkeep_*.deb)
mkdir "$scratch/next"
dpkg-deb --raw-extract "$deb" "$scratch/next"
sed -i 's/^Version: .*/Version: 99.0/' "$scratch/next/DEBIAN/control"
dpkg-deb --root-owner-group -Znone --build "$scratch/next" "$scratch/next.deb" >/dev/null
rm -rf "$scratch/next"
publish() { UPKEEP_APT_KEY=$ours sh jpackage/channels/apt.sh "$site/apt" "$url" "$@"; }

expect "without a key no repository is made" \
  fails env UPKEEP_APT_KEY= sh jpackage/channels/apt.sh "$site/apt" "$url" "$deb"
expect "nor with one that gpg has not" \
  fails env UPKEEP_APT_KEY=0123456789ABCDEF0123456789ABCDEF01234567 sh jpackage/channels/apt.sh "$site/apt" "$url" "$deb"
expect "nor by a name that is not a whole fingerprint" \
  fails env UPKEEP_APT_KEY="${ours#????????????????????????}" sh jpackage/channels/apt.sh "$site/apt" "$url" "$deb"
expect "nothing was made" test ! -e "$site/apt" -a ! -e "$site/apt.new"
expect "with a key there is one" publish "$deb"
expect "its .sources names the key by its fingerprint" grep -q "$ours" "$site/apt/upkeep.sources"
expect "and trusts nothing without it" fails grep -qi trusted "$site/apt/upkeep.sources"

# --- An empty Debian 12.
# shellcheck disable=SC2016 # apt and dpkg put these in
mirror=$(apt-get indextargets --format '$(RELEASE) $(COMPONENT) $(REPO_URI)' 'Created-By: Packages' |
  sed -n 's/^bookworm main //p' | head -1)
[ -n "$mirror" ] || { echo "upkeep: apt knows no mirror of Debian 12 here." >&2; exit 1; }
expect "an empty Debian 12 is made" debootstrap --variant=minbase bookworm "$root" "$mirror"
[ $failed = 0 ] || exit 1
cp /etc/resolv.conf /etc/hosts "$root/etc/" 2>/dev/null || true
mount -t proc proc "$root/proc"
# As somebody would type it there.
there() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C DEBIAN_FRONTEND=noninteractive "$@"; }
expect "it knows no Upkeep" fails there apt-get install -y upkeep
cp "$site/apt/upkeep.sources" "$root/etc/apt/sources.list.d/"
expect "apt reads the repository" there apt-get update --error-on=any
expect "apt installs it from there" there apt-get install -y upkeep
version=$(dpkg-deb --field "$deb" Version)
installed() { [ "$(there dpkg-query -W -f '${Version}' upkeep)" = "$1" ]; }
expect "in the version that was published" installed "$version"
touches() {
  there env UPSTASH_REDIS_URL="$SAMPLE_PLAIN_URL" upkeep ping --json
  there env UPSTASH_REDIS_URL="$SAMPLE_PLAIN_URL" upkeep ping --json | grep -q '"outcome":"alive","evidence":"write"'
}
expect "a database is touched" touches
expect "a second version joins the first" publish "$deb" "$scratch/next.deb"
expect "apt reads the repository again" there apt-get update --error-on=any
expect "apt upgrades it" there apt-get upgrade -y
expect "to the second version" installed 99.0
expect "the database is touched again" touches
expect "apt removes it" there apt-get remove -y upkeep
expect "and nothing of it is left" test ! -e "$root/usr/lib/upkeep" -a ! -e "$root/usr/bin/upkeep"

# --- What is not as it was signed. Each begins without lists, since apt goes on with old ones.
refused() { # refused DESCRIPTION WORDS: apt-get update fails with these words, and nothing can be installed
  rm -rf "$root"/var/lib/apt/lists/* "$root"/var/cache/apt/archives/*.deb
  expect "$1 is refused" fails there apt-get update --error-on=any
  expect "    and that is the reason: $2" says "$2"
  expect "    so that nothing can be installed" fails there apt-get install -y upkeep
  expect "    nor is" test ! -e "$root/usr/lib/upkeep"
}
again() { publish "$deb" "$scratch/next.deb" >/dev/null; }
stable=$site/apt/dists/stable

again
refresh() {
  rm -rf "$root"/var/lib/apt/lists/* "$root"/var/cache/apt/archives/*.deb
  there apt-get update --error-on=any
}
expect "unchanged it can be read after all that" refresh
printf x | dd of="$(ls "$site"/apt/pool/main/u/upkeep/upkeep_99.0_*.deb)" bs=1 seek=5000 conv=notrunc 2>/dev/null
expect "a changed package is refused" fails there apt-get install -y upkeep
expect "    and that is the reason: Hash Sum mismatch" says "Hash Sum mismatch"
expect "    nor is it installed" test ! -e "$root/usr/lib/upkeep"

again
find "$stable" -path '*by-hash*' -type f -exec sh -c 'printf x | dd of="$1" bs=1 seek=40 conv=notrunc 2>/dev/null' sh {} \;
find "$stable" -name 'Packages*' -type f -exec sh -c 'printf x | dd of="$1" bs=1 seek=40 conv=notrunc 2>/dev/null' sh {} \;
refused "a changed index" "Hash Sum mismatch"

again
sed -i 's/^Label: .*/Label: Somebody/' "$stable/InRelease"
refused "a changed InRelease" "invalid: BADSIG"

again
cp "$site/apt/upkeep.sources" "$scratch/good.sources"
UPKEEP_APT_KEY=$others sh jpackage/channels/apt.sh "$site/apt" "$url" "$deb" >/dev/null
refused "another key" "NO_PUBKEY"

SOURCE_DATE_EPOCH=$(($(date +%s) - 31 * 86400)) publish "$deb" >/dev/null
refused "an expired Release" "is expired"

again
rm "$stable/InRelease" "$stable/Release.gpg"
refused "a Release that nobody signed" "is not signed"

again
expect "and as it was signed it is installed once more" refresh
expect "    by apt" there apt-get install -y --no-install-recommends upkeep
expect "    in the newest version" installed 99.0
exit $failed
