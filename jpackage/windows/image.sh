# Part of ../image.sh, for Windows: target/image/Upkeep, with Upkeep.exe and, for the PATH, cli\upkeep.cmd.
# shellcheck shell=sh
icon=assets/generated/app/upkeep.ico
app_version=$(sed -n 's/^version=\([0-9.]*\).*/\1/p' target/classes/dev/upkeep/build.properties)
exe=.exe
bin=target/image/Upkeep
app=$bin/app
set --
. jpackage/launchers.sh
mkdir "$bin/cli"
cp jpackage/windows/upkeep.cmd "$bin/cli/"
