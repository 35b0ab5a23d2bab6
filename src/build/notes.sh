#!/bin/sh
# Prints what CHANGELOG.md says of a version, without its heading: the notes of its release.
#
# usage: notes.sh VERSION [CHANGELOG]
set -eu
version=${1:?usage: notes.sh VERSION [CHANGELOG]}
file=${2:-$(dirname "$0")/../../CHANGELOG.md}
case $version in *[!0-9.]*) echo "upkeep: $version is not a version." >&2; exit 2 ;; esac
# Empty lines only between others. The next heading of a version ends it, and so do addresses of links.
awk -v "wanted=## [$version]" '
  /^## / || /^\[[^]]*\]: / { inside = index($0, wanted) == 1; next }
  !inside { next }
  /^[[:space:]]*$/ { gap = said; next }
  { if (gap) print ""; gap = 0; said = 1; print }
  END { exit !said }' "$file" || {
  echo "upkeep: CHANGELOG.md says nothing of $version." >&2
  exit 1
}
