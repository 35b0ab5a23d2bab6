# Part of ../package.sh, for Windows: an .msi, by jpackage and WiX.
# shellcheck shell=sh disable=SC2154 # of ../package.sh
home=$(sh src/build/jdk.sh)
# Whoever signs the installer signs what it installs, or Windows distrusts it at the next login.
sh jpackage/windows/sign.sh target/image/Upkeep/*.exe
sh jpackage/archived.sh target/image/Upkeep/upkeep-tray.exe
# By the upgrade code an installer knows what it replaces: it never changes. The folder is not jpackage's choice,
# %LOCALAPPDATA%\Upkeep, because there is what users have, and jpackage's uninstallers clear their folder. It is one
# below the user's own, since an installer has to remove every folder of a user that it may have made, and jpackage's
# does not remove those above. No shortcuts by jpackage, which gives one to each launcher: main.wxs has the one.
# In CI the fourth field tells builds of one version apart, so that the newer one replaces the other.
"$home/bin/jpackage" --type msi --app-image target/image/Upkeep --name Upkeep --dest target/package-work \
  --app-version "${version%%-*}${UPKEEP_BUILD:+.$UPKEEP_BUILD}" \
  --vendor "The Upkeep authors" --description "Keeps free-tier Redis databases alive" \
  --resource-dir jpackage/windows --icon assets/generated/app/upkeep.ico --win-per-user-install --install-dir UpkeepApp \
  --win-upgrade-uuid 1d0f2c1b-6a1f-4f0b-8d0c-6b9a9c3a1a77
msi=target/packages/upkeep-$version-windows-x64.msi
mv target/package-work/Upkeep-*.msi "$msi"
sh jpackage/windows/sign.sh "$msi"
