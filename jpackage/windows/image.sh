# Part of ../image.sh, for Windows: target/image/Upkeep, whose folder is to be on the PATH. Upkeep.exe is the command
# line, which people type as upkeep, in cmd, PowerShell and Git Bash alike; upkeep-tray.exe is what the icon starts.
# shellcheck shell=sh disable=SC2154,SC2034 # of ../image.sh and for ../launchers.sh
icon=assets/generated/app/upkeep.ico
app_version=$(sed -n 's/^version=\([0-9.]*\).*/\1/p' target/classes/dev/upkeep/build.properties)
exe=.exe
bin=target/image/Upkeep
app=$bin/app
main=Upkeep main_face=cli icon_launcher=upkeep-tray
others='upkeep-tray=agent upkeep-window=window'
system_options() {
  # A cabinet keeps local times, so an installed jar has another one than here; Upkeep gives it back.
  echo "-Dupkeep.born=$born"
}
settle_launchers() {
  for launcher in Upkeep upkeep-tray upkeep-window; do
    # One process, and not a launcher that waits for another: on Ctrl-C the first one dies, and takes Java with it
    # before it has said goodbye. Training needs it, too.
    sed -i 's/^\[Application\].*/&\nwin.norestart=true/' "$app/$launcher.cfg"
    grep -q '^win.norestart=true' "$app/$launcher.cfg"
    sh jpackage/windows/manifest.sh "$bin/$launcher.exe"
  done
}
set -- --resource-dir jpackage/windows --win-console
. jpackage/launchers.sh
