# Part of ../package.sh, for macOS: a .dmg. Signed when UPKEEP_MAC_IDENTITY names a certificate of the keychain, and
# notarised when UPKEEP_MAC_NOTARY names a profile of `xcrun notarytool store-credentials`, too.
# shellcheck shell=sh disable=SC2154 # of ../package.sh
home=$(sh src/build/jdk.sh)
app=target/image/Upkeep.app
if [ -n "${UPKEEP_MAC_IDENTITY:-}" ]; then
  seal() { codesign --force --timestamp --options runtime --entitlements jpackage/macos/entitlements.plist \
    --sign "$UPKEEP_MAC_IDENTITY" "$@"; }
  # From the inside out, as notarisation wants it.
  find "$app/Contents" -type f \( -name '*.dylib' -o -name '*.jnilib' -o -perm -u+x \) | while read -r file; do
    seal "$file"
  done
  seal "$app"
fi
"$home/bin/jpackage" --type dmg --app-image "$app" --name Upkeep --app-version 1.0 --dest target/package-work
dmg=target/packages/upkeep-$version-macos-$(uname -m | sed 's/x86_64/x64/').dmg
mv target/package-work/Upkeep-1.0.dmg "$dmg"
if [ -n "${UPKEEP_MAC_IDENTITY:-}" ]; then
  codesign --timestamp --sign "$UPKEEP_MAC_IDENTITY" "$dmg"
  if [ -n "${UPKEEP_MAC_NOTARY:-}" ]; then
    xcrun notarytool submit "$dmg" --keychain-profile "$UPKEEP_MAC_NOTARY" --wait
    xcrun stapler staple "$dmg"
  fi
fi
