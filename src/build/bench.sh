#!/bin/sh
# Measures what is named against its budget, and against the script in Node where there is a peer, and
# writes the table to target/bench.md. The image is measured if there is one, otherwise what `make build`
# leaves. With BASE=COMMIT, another build is measured in turn with this one.
set -eu
cd "$(dirname "$0")/../.."
java=$(sh src/build/jdk.sh)/bin/java
classpath=$(sh src/build/classpath.sh)
rm -f target/bench/figures.tsv

if command -v npm >/dev/null 2>&1; then
  mkdir -p target/bench/peer
  cp src/bench/*.js* target/bench/peer/
  npm ci --prefix target/bench/peer --ignore-scripts --no-audit --no-fund --silent
else
  echo "There is no npm here, so nothing is compared with Node." >&2
fi

# BASE=COMMIT: that build as well, packaged, and kept for the next time.
base=
if [ -n "${BASE:-}" ]; then
  commit=$(git rev-parse --short=12 "$BASE^{commit}")
  folder=$PWD/target/bench/base-$commit
  base=$folder/target/image/upkeep/bin/upkeep
  if [ ! -x "$base" ]; then
    [ -d "$folder" ] || git clone --quiet . "$folder"
    git -C "$folder" checkout --quiet "$commit"
    make -C "$folder" image
  fi
fi

bench() { # bench CLASS JAVA-OPTION...
  class=$1
  shift
  "$java" "$@" ${base:+"-Dupkeep.base=$base"} --enable-native-access=ALL-UNNAMED -cp "$classpath" "dev.upkeep.bench.$class"
}

for what in "$@"; do
  case $what in
    ping) bench PingBench -Xmx256m ;;
    idle) bench IdleBench -Xmx256m ;;
    burst) bench BurstBench -Xmx256m ;;
    history) bench HistoryBench -Xmx64m ;;
    window) bench WindowBench -Xmx1g ;;
    # With the collector and the compiler of the packages.
    soak) bench SoakBench -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 ;;
    *) echo "upkeep: nothing called $what is measured." >&2 && exit 2 ;;
  esac
done
bench BenchTable -Xmx64m
