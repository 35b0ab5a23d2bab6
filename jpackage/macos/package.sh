# Part of ../package.sh, for macOS: a .dmg. Signed when UPKEEP_MAC_IDENTITY names a certificate of the keychain, and
# notarised when UPKEEP_MAC_NOTARY names a profile of `xcrun notarytool store-credentials`, too.
#
# Not by jpackage: it would copy the app, which gives every file a new time, sign the copy with nobody's name, and so
# lose both the archives, which Java compares by time, and the seal.
# shellcheck shell=sh disable=SC2154 # of ../package.sh
app=target/image/Upkeep.app
sh jpackage/macos/seal.sh "$app"
stage=target/package-work/dmg
rm -rf "$stage"
mkdir -p "$stage"
cp -pR "$app" "$stage/"
# To drag it there.
ln -s /Applications "$stage/Applications"
sh jpackage/archived.sh "$stage/Upkeep.app/Contents/MacOS/Upkeep"
dmg=target/packages/upkeep-$version-macos-$(uname -m | sed 's/x86_64/x64/').dmg
hdiutil create -quiet -volname Upkeep -srcfolder "$stage" -fs HFS+ -format UDZO -ov "$dmg"
hdiutil verify -quiet "$dmg"
if [ -n "${UPKEEP_MAC_IDENTITY:-}" ]; then
  codesign --timestamp --sign "$UPKEEP_MAC_IDENTITY" "$dmg"
  if [ -n "${UPKEEP_MAC_NOTARY:-}" ]; then
    sh jpackage/macos/notarise.sh "$dmg"
  fi
fi
