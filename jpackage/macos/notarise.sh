#!/bin/sh
# notarise.sh DMG: has Apple look at an image, with the credentials that UPKEEP_MAC_NOTARY names, and puts the ticket on
# it. notarytool succeeds whatever the answer is, so the answer is read; if it is no, its reasons are shown.
set -eu
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT
xcrun notarytool submit "$1" --keychain-profile "$UPKEEP_MAC_NOTARY" --wait --output-format json > "$answer"
field() { tr ',{}' '\n\n\n' < "$answer" | sed -n "s/^ *\"$1\" *: *\"\([^\"]*\)\".*/\1/p" | head -1; }
if [ "$(field status)" != Accepted ]; then
  echo "upkeep: the notary says: $(field status)" >&2
  cat "$answer" >&2
  xcrun notarytool log "$(field id)" --keychain-profile "$UPKEEP_MAC_NOTARY" >&2 || true
  exit 1
fi
xcrun stapler staple "$1"
