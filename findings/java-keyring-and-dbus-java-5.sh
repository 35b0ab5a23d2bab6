#!/bin/sh
# java-keyring 1.0.4 with dbus-java 5 on the class path says "No available keyring backend found" on a bus where a keyring
# answers; with dbus-java 4.3.2 it opens it. No cause is named, and nothing fails to link.
# Needs dbus-run-session, gnome-keyring-daemon.
. "$(dirname "$0")/prepare"
command -v dbus-run-session >/dev/null && command -v gnome-keyring-daemon >/dev/null || cant "dbus or gnome-keyring is missing"
mkdir "$work/src" "$work/app" "$work/home"
cat >"$work/src/Try.java" <<'JAVA'
public class Try {
  public static void main(String[] words) {
    try (com.github.javakeyring.Keyring keyring = com.github.javakeyring.Keyring.create()) {
      System.out.println("opened " + keyring.getKeyringStorageType());
    } catch (Throwable e) {
      System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage() + "; cause: " + e.getCause());
    }
  }
}
JAVA
try() { # try LABEL DBUS-VERSION
  jars "$work/$1" com.github.javakeyring:java-keyring:1.0.4 "com.github.hypfvieh:dbus-java-core:$2" \
    "com.github.hypfvieh:dbus-java-transport-native-unixsocket:$2" org.slf4j:slf4j-nop:2.0.17
  "$JAVA_HOME/bin/javac" -nowarn -cp "$work/$1/*" -d "$work/app" "$work/src/Try.java" 2>/dev/null
  env HOME="$work/home" XDG_DATA_HOME="$work/home/data" XDG_RUNTIME_DIR="$work/home" dbus-run-session -- sh -c '
    printf "word" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
    "$1" --enable-native-access=ALL-UNNAMED -cp "$2" Try' - "$JAVA_HOME/bin/java" "$work/app:$work/$1/*" 2>/dev/null
}
with4=$(try four 4.3.2)
with5=$(try five 5.1.1)
gnome-keyring-daemon --version | head -n 1
echo "java-keyring 1.0.4, dbus-java 4.3.2: $with4"
echo "java-keyring 1.0.4, dbus-java 5.1.1: $with5"
case $with4 in opened*) ;; *) changed "it does not open with 4.3.2 either" ;; esac
case $with5 in *"No available keyring backend found"*) ;; *) changed "dbus-java 5 is taken" ;; esac
