#!/bin/sh
# Writes target/upkeep, which runs what was just built, and trains its AOT cache, which halves the time
# that a start takes.
set -eu
cd "$(dirname "$0")/../.."
home=$(sh src/build/jdk.sh)

cat > target/upkeep <<LAUNCHER
#!/bin/sh
# Made by \`make build\`.
here=\$(dirname "\$(readlink -f "\$0")")
java='$(printf '%s' "$home" | sed "s/'/'\\\\''/g")/bin/java'
if [ ! -x "\$java" ]; then
  echo "upkeep: \$java is gone; run make build again." >&2
  exit 2
fi
cache=
[ -f "\$here/upkeep.aot" ] && cache="-XX:AOTCache=\$here/upkeep.aot"
# Java reads variables and arguments in the locale's encoding. Under cron there is none, and a
# password with an umlaut would be another one.
case "\${LC_ALL:-\${LC_CTYPE:-\${LANG:-}}}" in
  "" | C | POSIX) LC_ALL=C.UTF-8 && export LC_ALL ;;
esac
# Messages of the virtual machine go to standard error: standard output belongs to --json. That the
# cache does not fit, since Java was updated or the folder moved, costs time and nothing else.
exec "\$java" \${cache:+"\$cache"} -Xlog:disable -Xlog:all=error:stderr "-Xlog:aot*=off:stderr" \\
  -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m --enable-native-access=ALL-UNNAMED \\
  "-Dupkeep.launcher=\$here/upkeep" -cp "\$here/upkeep.jar" dev.upkeep.Main "\$@"
LAUNCHER
chmod +x target/upkeep

# One touch of the sample database, so that the cache holds what every touch needs. A cache that cannot
# be made costs time, nothing else.
rm -f target/upkeep.aot
if ! sh src/build/sample.sh "$home/bin/java" -XX:AOTCacheOutput=target/upkeep.aot \
  -Xlog:disable -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m --enable-native-access=ALL-UNNAMED \
  -cp target/upkeep.jar dev.upkeep.Main ping > target/training.log 2>&1; then
  echo "upkeep: no AOT cache was made, so starts will be slower; see target/training.log." >&2
fi
