#!/bin/sh
# Says in a release's notes for which systems there is no package; nothing if there are all.
#
# usage: missing.sh VERSION FOLDER
set -eu
version=$1 folder=$2 missing=
want() { # want FILE SYSTEM
  [ -f "$folder/$1" ] || missing="$missing
- $2 (\`$1\`)"
}
want "upkeep_${version}_amd64.deb" "Debian and Ubuntu, x64"
want "upkeep_${version}_arm64.deb" "Debian and Ubuntu, arm64"
want "upkeep-$version-1.x86_64.rpm" "Fedora and others with rpm, x64"
want "upkeep-$version-1.aarch64.rpm" "Fedora and others with rpm, arm64"
want "upkeep-$version-linux-amd64.tar.gz" "any Linux, x64"
want "upkeep-$version-linux-arm64.tar.gz" "any Linux, arm64"
want "upkeep-$version-windows-x64.msi" "Windows"
want "upkeep-$version-macos-arm64.dmg" "macOS, Apple silicon"
want "upkeep-$version-macos-x64.dmg" "macOS, Intel"
[ -z "$missing" ] || printf '\n### Not in this release\n\nNo package passed its check for:\n%s\n' "$missing"
