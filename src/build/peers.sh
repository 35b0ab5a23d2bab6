#!/bin/sh
# Fetches the servers of other makers and versions into a folder, each into one of its own: from Maven Central what is
# there, and on Debian the newer ones from its later releases, unpacked and never installed.
set -eu
out=$1
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$out"

sed -nE 's:.*<id>(.*)</id>.*:\1:p' "$here/peers.xml" | while read -r peer; do
  [ -d "$out/$peer" ] && continue
  mvn -B -ntp -q -f "$here/peers.xml" "-P$peer" dependency:copy-dependencies \
    "-DoutputDirectory=$out/$peer.new" </dev/null
  mv "$out/$peer.new" "$out/$peer"
done

[ "$(uname -m)" = x86_64 ] && grep -qsx ID=debian /etc/os-release || exit 0

# What later releases of Debian have, from where this one comes from, with lists of our own.
apt=$out/apt
mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial" "$apt/sources"
cat /etc/apt/sources.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
  awk 'BEGIN { RS = ""; ORS = "\n\n" } /\nSuites: [a-z]+ / && !done { done = 1; print }' |
  sed -E 's/^Suites: .*/Suites: bookworm-backports trixie/' >"$apt/sources/later.sources"
later() {
  apt-get -qq -o Dir::Etc::sourcelist=/dev/null -o "Dir::Etc::sourceparts=$apt/sources" \
    -o "Dir::State::lists=$apt/lists" -o "Dir::Cache=$apt/cache" -o APT::Sandbox::User=root "$@"
}

# unpack NAME SERVER RELEASE PACKAGE...
unpack() {
  name=$1
  server=$2
  release=$3
  shift 3
  [ -x "$out/$name/server" ] && return 0
  [ -n "$(ls "$apt/lists"/*Packages* 2>/dev/null)" ] || later update
  rm -rf "$out/$name.new"
  mkdir -p "$out/$name.new/debs"
  (
    cd "$out/$name.new/debs"
    # shellcheck disable=SC2046 # a list of words
    later download $(printf "%s/$release " "$@")
  )
  for deb in "$out/$name.new/debs"/*.deb; do
    dpkg-deb -x "$deb" "$out/$name.new"
  done
  # Linked to a later C library than ours, it is started by that one's own loader.
  cat >"$out/$name.new/server" <<SCRIPT
#!/bin/sh
root=\$(cd "\$(dirname "\$0")" && pwd)
lib=\$root/usr/lib/x86_64-linux-gnu
if [ -e "\$lib/ld-linux-x86-64.so.2" ]; then
  exec "\$lib/ld-linux-x86-64.so.2" --library-path "\$lib" "\$root/usr/bin/$server" "\$@"
fi
exec "\$root/usr/bin/$server" "\$@"
SCRIPT
  chmod +x "$out/$name.new/server"
  mv "$out/$name.new" "$out/$name"
}
own="libatomic1 libc6 libcap2 libgcc-s1 libjemalloc2 liblzf1 libssl3t64 libstdc++6 libsystemd0 libzstd1 zlib1g"
unpack valkey-8.0 valkey-server bookworm-backports valkey-server valkey-tools
# shellcheck disable=SC2086 # a list of words
unpack valkey-8.1 valkey-server trixie valkey-server valkey-tools $own
# shellcheck disable=SC2086
unpack redis-8.0 redis-server trixie redis-server redis-tools $own
