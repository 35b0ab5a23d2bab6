# Part of ../image.sh, for macOS: target/image/Upkeep.app.
# shellcheck shell=sh disable=SC2154
icon=assets/generated/app/upkeep.icns
# jpackage takes no version below 1 here; ours is in Info.plist.
app_version=1.0
exe=
bin=target/image/Upkeep.app/Contents/MacOS
app=target/image/Upkeep.app/Contents/app
version=$(sed -n 's/^version=\([0-9.]*\).*/\1/p' target/classes/dev/upkeep/build.properties)
mkdir "$work/resources"
sed "s/@VERSION@/$version/" jpackage/macos/Info.plist > "$work/resources/Info.plist"
set -- --resource-dir "$work/resources" --mac-package-identifier dev.upkeep.upkeep
. jpackage/launchers.sh
# What was added has broken the seal that jpackage put on. Without an identity it is one of nobody.
codesign --force --deep --sign - target/image/Upkeep.app
