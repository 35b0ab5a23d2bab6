# Part of image.sh, for Windows and macOS: the image as jpackage makes it, with three launchers. Each has options of
# its own, which jpackage writes into a .cfg beside the jars.
#
#   Upkeep          the icon, and the agent that is started at login
#   upkeep-cli      the command line: upkeep would be the same file as Upkeep there
#   upkeep-window   the window, which the agent starts
# shellcheck shell=sh disable=SC2154 # of image.sh
java_options() { # java_options FACE: one a line
  sed '/^#/d; /^$/d' jpackage/options/every.options "jpackage/options/$1.options"
  # jpackage's launchers put in where they are.
  # shellcheck disable=SC2016
  printf '%s\n' "-Dupkeep.launcher=\$BINDIR/Upkeep$exe" '-Dorg.sqlite.lib.path=$APPDIR/native' \
    '-Djna.boot.library.path=$APPDIR/native' -Djna.nounpack=true
}

launcher() { # launcher FACE [LINE...]: the file that describes another launcher to jpackage
  face=$1
  shift
  printf 'java-options=%s\n' "$(java_options "$face" | tr '\n' ' ')" > "$work/$face.properties"
  [ $# = 0 ] || printf '%s\n' "$@" >> "$work/$face.properties"
}

cp -R "$work/native" "$work/app/native"
launcher cli win-console=true
launcher window win-console=false win-menu=false win-shortcut=false
set -- --type app-image --name Upkeep --dest target/image --input "$work/app" --main-jar upkeep.jar \
  --main-class dev.upkeep.Main --runtime-image "$work/runtime" --icon "$icon" --app-version "$app_version" \
  --vendor "The Upkeep authors" --description "Keeps free-tier Redis databases alive" \
  --resource-dir "jpackage/$system" --add-launcher "upkeep-cli=$work/cli.properties" \
  --add-launcher "upkeep-window=$work/window.properties" "$@"
for option in $(java_options agent); do
  set -- "$@" --java-options "$option"
done
"$home/bin/jpackage" "$@"
mkdir "$app/cache"
age "$app"

sh jpackage/train.sh "$app/cache" "$bin/upkeep-cli$exe" "$bin/Upkeep$exe" "$bin/upkeep-window$exe"
# The options are the last section of a .cfg.
use() { # use CFG ARCHIVES
  printf 'java-options=-XX:SharedArchiveFile=%s\n' "$2" >> "$app/$1.cfg"
}
# shellcheck disable=SC2016
base='$APPDIR/cache/upkeep.aot'
use upkeep-cli "$base"
# shellcheck disable=SC2016
use Upkeep "$base$separator"'$APPDIR/cache/agent.jsa'
# shellcheck disable=SC2016
use upkeep-window "$base$separator"'$APPDIR/cache/window.jsa'
age "$app"
