# Part of ../package.sh, for Windows: an .msi, by jpackage and WiX.
# shellcheck shell=sh disable=SC2154 # of ../package.sh
home=$(sh src/build/jdk.sh)
case ${PROCESSOR_ARCHITECTURE:-AMD64} in ARM64) architecture=arm64 ;; *) architecture=x64 ;; esac
# By the upgrade code an installer knows what it replaces: it never changes. The folder is not jpackage's choice,
# %LOCALAPPDATA%\Upkeep, because there is what users have, and jpackage's uninstallers clear their folder.
"$home/bin/jpackage" --type msi --app-image target/image/Upkeep --name Upkeep --dest target/package-work \
  --app-version "${version%%-*}" --vendor "The Upkeep authors" --description "Keeps free-tier Redis databases alive" \
  --resource-dir jpackage/windows --icon assets/generated/app/upkeep.ico --win-per-user-install --install-dir 'Programs\Upkeep' --win-menu \
  --win-upgrade-uuid 1d0f2c1b-6a1f-4f0b-8d0c-6b9a9c3a1a77
mv target/package-work/Upkeep-*.msi "target/packages/upkeep-$version-windows-$architecture.msi"
