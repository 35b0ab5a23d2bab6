# Part of ../image.sh, for macOS: target/image/Upkeep.app.
# shellcheck shell=sh disable=SC2154,SC2034 # of ../image.sh and for ../launchers.sh
icon=assets/generated/app/upkeep.icns
# jpackage takes no version below 1 here; ours is in Info.plist.
app_version=1.0
exe=
bundle=target/image/Upkeep.app
bin=$bundle/Contents/MacOS
app=$bundle/Contents/app
# The bundle's program is the icon's. The disk does not tell Upkeep from upkeep.
main=Upkeep main_face=agent icon_launcher=Upkeep
others='upkeep-cli=cli upkeep-window=window'
system_options() {
  # Before AWT begins: the icon is black, and macOS paints it as its menu bar needs it.
  echo -Dapple.awt.enableTemplateImages=true
}
settle_launchers() { :; }
version=$(sed -n 's/^version=\([0-9.]*\).*/\1/p' target/classes/dev/upkeep/build.properties)
mkdir "$work/resources"
sed "s/@VERSION@/$version/" jpackage/macos/Info.plist > "$work/resources/Info.plist"
set -- --resource-dir "$work/resources" --mac-package-identifier dev.upkeep.upkeep
. jpackage/launchers.sh
install -m 755 jpackage/macos/upkeep.sh "$bundle/Contents/Resources/upkeep"
# What was added has broken the seal that jpackage put on. Without an identity it is one of nobody.
sh jpackage/macos/seal.sh "$bundle"
