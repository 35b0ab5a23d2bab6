#!/bin/sh
# Makes what lets Upkeep start fast, by running the packaged launchers as they will be run:
#
#   upkeep.aot   classes as they are in memory, already linked, of touches with and without TLS, a password, a name
#   java.jsa     on top of it, Java's own TLS and what REST needs, where a system has another TLS for the rest
#   agent.jsa    on top of it, what an agent with a tray, a keychain and a history needs beyond; on Linux agent.aot
#                instead, on top of nothing, which keeps an idle agent's memory small
#   window.jsa   on top of it, what the window needs beyond
#
# usage: train.sh FOLDER CLI AGENT WINDOW   (where these go, and the three launchers)
set -eu
cd "$(dirname "$0")/.."
java=$(sh src/build/jdk.sh)/bin
work=target/image-work/training

if [ "${1:-}" != inside ]; then
  rm -rf "$work"
  mkdir -p "$work/home"
  set -- "$java/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-Djava.io.tmpdir=$PWD/$work" \
    -cp "$(sh src/build/classpath.sh test-classes)" dev.upkeep.testing.SampleWithTls \
    sh jpackage/train.sh inside "$@"
  # On Linux the screen, the tray and the keychain are ones that nobody sees.
  [ "$(uname)" != Linux ] || set -- sh jpackage/linux/desktop.sh "$PWD/$work/desktop" "$@"
  "$@" > target/training-image.log 2>&1 && exit
  cat target/training-image.log >&2
  echo "upkeep: training failed." >&2
  exit 1
fi

caches=$2 cli=$3 agent=$4 window=$5
UPKEEP_HOME=$PWD/$work/home
export UPKEEP_HOME
# A keychain of a build machine belongs to others.
[ "$(uname)" = Linux ] || export UPKEEP_PASSPHRASE=training

# The sample's authority, so that certificates are judged as they will be: on Linux by the system's OpenSSL, elsewhere
# by Java, which reads the public ones as well.
if [ "$(uname)" = Linux ]; then
  mkdir "$work/authorities"
  cp "$SAMPLE_CA_FILE" "$work/authorities/"
  openssl rehash "$work/authorities"
  export SSL_CERT_DIR="$PWD/$work/authorities"
  trusting=
else
  trust=$work/authorities
  cp "$java/../lib/security/cacerts" "$trust"
  chmod u+w "$trust"
  "$java/keytool" -importcert -noprompt -keystore "$trust" -storepass changeit -alias sample -file "$SAMPLE_CA_FILE"
  trusting=-Djavax.net.ssl.trustStore=$trust
fi

record() { # record FILE OPTIONS COMMAND...: becomes the command, which writes the file when it ends
  options=$2
  case $1 in
    *.aot) options="$options -XX:AOTCacheOutput=$caches/$1" ;;
    *) options="$options -XX:SharedArchiveFile=$caches/upkeep.aot -XX:+AOTClassLinking -XX:ArchiveClassesAtExit=$caches/$1" ;;
  esac
  shift 2
  exec env JAVA_TOOL_OPTIONS="$options" "$@"
}

await() { # await COMMAND...: until it succeeds, for a minute at most
  tries=0
  until "$@" >/dev/null 2>&1; do
    tries=$((tries + 1))
    [ $tries -lt 60 ] || { echo "upkeep: never came true: $*" >&2; exit 1; }
    sleep 1
  done
}

close() { # close PID: ends the window, so that it still writes its cache
  # Windows asks the program to close, which it may do later; who has no window does not understand, which is no fault.
  if command -v taskkill >/dev/null; then taskkill //IM "$(basename "$window")" || true; else kill "$1"; fi
}

shown() {
  # Elsewhere nothing tells; then a while must do.
  if command -v xdotool >/dev/null; then xdotool search --onlyvisible --name Upkeep; else sleep 20; fi
}

train_agent() { # train_agent FILE
  record "$1" "" "$agent" agent &
  training=$!
  await "$cli" status
  printf %s "$UPSTASH_REDIS_URL" | "$cli" add sample --ca-file "$SAMPLE_CA_FILE"
  printf %s "$SAMPLE_PLAIN_URL" | "$cli" add plain
  "$cli" ping sample
  "$cli" history
  "$cli" list
  sleep 3
  "$cli" stop
  wait $training
}

if [ "$(uname)" = Linux ]; then
  written="upkeep.aot java.jsa agent.aot window.jsa"
  # While there is no other, which the launcher would start from.
  train_agent agent.aot
  (record upkeep.aot "$trusting" "$cli" rehearse)
  (SAMPLE_URLS=$SAMPLE_JAVA_URLS UPKEEP_TLS=jsse && export SAMPLE_URLS UPKEEP_TLS && record java.jsa "" "$cli" rehearse)
else
  written="upkeep.aot agent.jsa window.jsa"
  (record upkeep.aot "$trusting" "$cli" rehearse)
  train_agent agent.jsa
fi

"$agent" agent &
running=$!
await "$cli" status
# The first window leaves where it was, which the second reads.
"$window" window &
training=$!
await shown
close $training
wait $training || true
record window.jsa "" "$window" window &
training=$!
await shown
sleep 5
close $training
wait $training || true
"$cli" stop
wait $running

for file in $written; do
  [ -s "$caches/$file" ] || { echo "upkeep: there is no $file" >&2; exit 1; }
done
