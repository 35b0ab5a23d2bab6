#!/bin/sh
# Measures what is named against its budget, and against the script in Node where there is a peer, and
# writes the table to target/bench.md. The image is measured if there is one, otherwise what `make build`
# leaves.
set -eu
cd "$(dirname "$0")/../.."
java=$(sh src/build/jdk.sh)/bin/java
classpath=target/classes:target/test-classes:$(cat target/test.classpath)
rm -f target/bench/figures.tsv

if command -v npm >/dev/null 2>&1; then
  mkdir -p target/bench/peer
  cp src/bench/*.js* target/bench/peer/
  npm ci --prefix target/bench/peer --ignore-scripts --no-audit --no-fund --silent
else
  echo "There is no npm here, so nothing is compared with Node." >&2
fi

bench() { # bench JAVA-OPTION CLASS
  "$java" "$1" --enable-native-access=ALL-UNNAMED -cp "$classpath" "dev.upkeep.bench.$2"
}

for what in "$@"; do
  case $what in
    ping) bench -Xmx256m PingBench ;;
    idle) bench -Xmx256m IdleBench ;;
    burst) bench -Xmx256m BurstBench ;;
    history) bench -Xmx64m HistoryBench ;;
    window) bench -Xmx1g WindowBench ;;
    soak) bench -Xmx64m SoakBench ;;
    *) echo "upkeep: nothing called $what is measured." >&2 && exit 2 ;;
  esac
done
bench -Xmx64m BenchTable
