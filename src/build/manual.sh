#!/bin/sh
# Writes target/man/upkeep.1 and target/completion/ from the commands and options that were just built, and
# src/docs/settings.md from the settings.
set -eu
cd "$(dirname "$0")/../.."
home=$(sh src/build/jdk.sh)
run() {
  "$home/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$(sh src/build/classpath.sh)" "$@"
}
run dev.upkeep.cli.Manual target
run dev.upkeep.cli.SettingsPage src/docs/settings.md
