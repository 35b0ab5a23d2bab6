#!/bin/sh
# Writes target/man/upkeep.1 and target/completion/ from the commands and options that were just built.
set -eu
cd "$(dirname "$0")/../.."
home=$(sh src/build/jdk.sh)
exec "$home/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
  -cp "$(sh src/build/classpath.sh)" dev.upkeep.cli.Manual target
