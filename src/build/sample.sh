#!/bin/sh
# Runs a command while a sample database is up: a real Redis that ends with it, named to the command
# by UPSTASH_REDIS_URL.
set -eu
cd "$(dirname "$0")/../.."
home=$(sh src/build/jdk.sh)
exec "$home/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
  -cp "$(sh src/build/classpath.sh test-classes)" dev.upkeep.testing.SampleDatabase "$@"
