#!/bin/sh
# Makes target/packages of target/image: on Linux a .deb, an .rpm and a .tar.gz, on Windows an .msi, on
# macOS a .dmg; and the checksums of them all.
set -eu
cd "$(dirname "$0")/.."
# The version of what is in the image, unless somebody wants the same as another one.
version=${UPKEEP_VERSION:-$(sed -n 's/^version=//p' target/classes/dev/upkeep/build.properties)}
# shellcheck disable=SC2034 # of linux/package.sh
maintainer=$(sed -n 's/^maintainer=//p' target/classes/dev/upkeep/build.properties)
case $version in
  *-SNAPSHOT) ;;
  *)
    if grep -E '^(repository=OWNER/|maintainer=.*@localhost)' target/classes/dev/upkeep/build.properties >&2; then
      echo "upkeep: a release says who publishes it: set that in pom.xml." >&2
      exit 1
    fi
    ;;
esac
mkdir -p target/packages target/package-work

case $(uname) in
  Linux) system=linux ;;
  Darwin) system=macos ;;
  *) system=windows ;;
esac
. "jpackage/$system/package.sh"

# With names and without folders, as `sha256sum --check` beside them wants it.
if command -v sha256sum >/dev/null; then sha256='sha256sum'; else sha256='shasum -a 256'; fi
(cd target/packages && rm -f SHA256SUMS && $sha256 -- * > SHA256SUMS.new && mv SHA256SUMS.new SHA256SUMS)
ls -l target/packages
