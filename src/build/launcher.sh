#!/bin/sh
# Writes target/upkeep, which runs what was just built, and trains its AOT caches, which halve the time
# that a start takes: one for the commands and the agent, and one for the window, which is five times
# as much to read and would slow down everything else.
set -eu
cd "$(dirname "$0")/../.."
home=$(sh src/build/jdk.sh)

# A cache fits only the collector and the compiler that it was trained with. Each face has its options for memory
# from the packages.
options="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UnlockDiagnosticVMOptions --enable-native-access=ALL-UNNAMED"
mkdir -p target/options
cp jpackage/options/agent.options jpackage/options/cli.options jpackage/options/window.options target/options/

cat > target/upkeep <<LAUNCHER
#!/bin/sh
# Made by \`make build\`.
here=\$(dirname "\$(readlink -f "\$0")")
java='$(printf '%s' "$home" | sed "s/'/'\\\\''/g")/bin/java'
if [ ! -x "\$java" ]; then
  echo "upkeep: \$java is gone; run make build again." >&2
  exit 2
fi
face=cli
[ \$# = 0 ] && face=agent
for word; do
  case \$word in
    agent | window) face=\$word && break ;;
  esac
done
cache=\$here/upkeep.aot
[ \$face = window ] && [ -f "\$here/upkeep-window.aot" ] && cache=\$here/upkeep-window.aot
[ -f "\$cache" ] || cache=
# Java reads variables and arguments in the locale's encoding. Under cron there is none, and a
# password with an umlaut would be another one.
case "\${LC_ALL:-\${LC_CTYPE:-\${LANG:-}}}" in
  "" | C | POSIX) LC_ALL=C.UTF-8 && export LC_ALL ;;
esac
# Messages of the virtual machine go to standard error: standard output belongs to --json. That the
# cache does not fit, since Java was updated or the folder moved, costs time and nothing else.
exec "\$java" \${cache:+"-XX:AOTCache=\$cache"} \\
  -Xlog:disable -Xlog:all=error:stderr "-Xlog:aot*=off:stderr" $options "@\$here/options/\$face.options" \\
  "-Dupkeep.launcher=\$here/upkeep" -cp "\$here/upkeep.jar" dev.upkeep.Main "\$@"
LAUNCHER
chmod +x target/upkeep

# One touch of the sample database, so that the cache holds what every touch needs. A cache that cannot
# be made costs time, nothing else.
rm -f target/upkeep.aot target/upkeep-window.aot
# shellcheck disable=SC2086 # a list of options
if ! sh src/build/sample.sh "$home/bin/java" -XX:AOTCacheOutput=target/upkeep.aot \
  -Xlog:disable $options @target/options/cli.options -cp target/upkeep.jar dev.upkeep.Main ping > target/training.log 2>&1; then
  echo "upkeep: no AOT cache was made, so starts will be slower; see target/training.log." >&2
fi

# The window on a screen that nobody sees, where there is one.
command -v Xvfb > /dev/null 2>&1 || exit 0
mkdir -p target/training
cat > target/training/upkeep <<TRAINING
#!/bin/sh
training=
[ "\$1" = window ] && training="@target/options/window.options -XX:AOTCacheOutput=target/upkeep-window.aot"
cd "$PWD"
exec '$home/bin/java' -Xlog:disable $options \$training "-Dupkeep.launcher=$PWD/target/training/upkeep" \\
  -cp target/upkeep.jar dev.upkeep.Main "\$@"
TRAINING
chmod +x target/training/upkeep
if ! "$home/bin/java" -cp "$(sh src/build/classpath.sh)" \
  --enable-native-access=ALL-UNNAMED dev.upkeep.bench.WindowTraining "$PWD/target/training/upkeep" \
  > target/training/log 2>&1; then
  echo "upkeep: no AOT cache was made for the window; see target/training/log." >&2
fi
