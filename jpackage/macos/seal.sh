#!/bin/sh
# seal.sh APP: signs a bundle from the inside out, and verifies it. With the certificate that UPKEEP_MAC_IDENTITY names,
# as the notary wants it; without one the seal is one of nobody, which arm64 wants of every program.
#
# Nothing in the bundle may be changed afterwards.
set -eu
cd "$(dirname "$0")/../.."
app=$1
list=$(mktemp)
trap 'rm -f "$list"' EXIT
# To the keychain a program is its identifier: one for all launchers, or what one stores another asks for.
identifier=dev.upkeep.upkeep
if [ -n "${UPKEEP_MAC_IDENTITY:-}" ]; then
  seal() {
    codesign --force --timestamp --options runtime --entitlements jpackage/macos/entitlements.plist \
      --sign "$UPKEEP_MAC_IDENTITY" "$@"
  }
else
  seal() { codesign --force --sign - "$@"; }
fi

# The deepest first. The programs that give a bundle its seal are sealed with it, when all else in it is done.
find "$app/Contents" -type f \( -name '*.dylib' -o -name '*.jnilib' -o -perm -u+x \) |
  grep -vxF -e "$app/Contents/MacOS/Upkeep" -e "$app/Contents/runtime/Contents/MacOS/libjli.dylib" |
  awk -F/ '{ print NF "\t" $0 }' | sort -rn | cut -f2- > "$list"
# Not behind a pipe, where what fails is not seen.
while read -r file; do
  case $file in
    "$app"/Contents/MacOS/*) seal --identifier "$identifier" "$file" ;;
    # A script is sealed as a file of the bundle.
    "$app"/Contents/Resources/*) ;;
    *) seal "$file" ;;
  esac
done < "$list"
seal "$app/Contents/runtime"
seal --identifier "$identifier" "$app"
codesign --verify --deep --strict --verbose=2 "$app"
