# Part of image.sh, for Windows and macOS: the image as jpackage makes it, with three launchers, each with options of
# its own, which jpackage writes into a .cfg beside the jars. image.sh of the system says what they are called:
#
#   $main     the one that the image is named after, and which face it is: $main_face
#   $others   the two others, each as NAME=FACE
#   $icon_launcher   the one of the icon, which is the agent that is started at login
# shellcheck shell=sh disable=SC2154 # of image.sh
java_options() { # java_options FACE: one a line
  sed '/^#/d; /^$/d' jpackage/options/every.options "jpackage/options/$1.options"
  # jpackage's launchers put in where they are.
  # shellcheck disable=SC2016
  printf '%s\n' "-Dupkeep.launcher=\$BINDIR/$icon_launcher$exe" '-Dorg.sqlite.lib.path=$APPDIR/native' \
    '-Djna.boot.library.path=$APPDIR/native' -Djna.nounpack=true
  system_options
}

is_console() { [ "$1" = cli ] && echo true || echo false; }

cp -R "$work/native" "$work/app/native"
set -- --type app-image --name "$main" --dest target/image --input "$work/app" --main-jar upkeep.jar \
  --main-class dev.upkeep.Main --runtime-image "$work/runtime" --icon "$icon" --app-version "$app_version" \
  --vendor "The Upkeep authors" --description "Upkeep" "$@"
for other in $others; do
  # jpackage wants these of a launcher in a file.
  printf 'java-options=%s\nwin-console=%s\ndescription=Upkeep\n' "$(java_options "${other#*=}" | tr '\n' ' ')" \
    "$(is_console "${other#*=}")" > "$work/${other%=*}.properties"
  set -- "$@" --add-launcher "${other%=*}=$work/${other%=*}.properties"
done
for option in $(java_options "$main_face"); do
  set -- "$@" --java-options "$option"
done
"$home/bin/jpackage" "$@"
mkdir "$app/cache"
settle_launchers
age "$app"

launcher_of() { # launcher_of FACE
  for one in "$main=$main_face" $others; do
    [ "${one#*=}" != "$1" ] || printf %s "${one%=*}"
  done
}
sh jpackage/train.sh "$app/cache" "$bin/$(launcher_of cli)$exe" "$bin/$(launcher_of agent)$exe" \
  "$bin/$(launcher_of window)$exe"
# The options are the last section of a .cfg.
use() { # use FACE ARCHIVES
  printf 'java-options=-XX:SharedArchiveFile=%s\n' "$2" >> "$app/$(launcher_of "$1").cfg"
}
# shellcheck disable=SC2016
base='$APPDIR/cache/upkeep.aot'
use cli "$base"
# shellcheck disable=SC2016
use agent "$base$separator"'$APPDIR/cache/agent.jsa'
# shellcheck disable=SC2016
use window "$base$separator"'$APPDIR/cache/window.jsa'
age "$app"
