#!/bin/sh
# A Secret Service without any collection (a fresh gnome-keyring that nobody has logged in to): java-keyring 1.0.4 opens the
# keyring, and storing a password ends in a NullPointerException instead of one of its own exceptions.
# Needs dbus-run-session, gnome-keyring-daemon.
. "$(dirname "$0")/prepare"
command -v dbus-run-session >/dev/null && command -v gnome-keyring-daemon >/dev/null || cant "dbus or gnome-keyring is missing"
mkdir "$work/src" "$work/app" "$work/home"
cat >"$work/src/Try.java" <<'JAVA'
public class Try {
  public static void main(String[] words) {
    try (com.github.javakeyring.Keyring keyring = com.github.javakeyring.Keyring.create()) {
      System.out.print("opened, then ");
      keyring.setPassword("a service", "an account", "a word");
      System.out.println("stored");
    } catch (Throwable e) {
      System.out.println(e.getClass().getName());
    }
  }
}
JAVA
jars "$work/lib" com.github.javakeyring:java-keyring:1.0.4 com.github.hypfvieh:dbus-java-core:4.3.2 \
  com.github.hypfvieh:dbus-java-transport-native-unixsocket:4.3.2 org.slf4j:slf4j-nop:2.0.17
"$JAVA_HOME/bin/javac" -nowarn -cp "$work/lib/*" -d "$work/app" "$work/src/Try.java" 2>/dev/null
seen=$(env HOME="$work/home" XDG_DATA_HOME="$work/home/data" XDG_RUNTIME_DIR="$work/home" dbus-run-session -- sh -c '
  gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1
  timeout 60 "$1" --enable-native-access=ALL-UNNAMED -cp "$2" Try' - "$JAVA_HOME/bin/java" "$work/app:$work/lib/*" 2>/dev/null) || true
gnome-keyring-daemon --version | head -n 1
echo "java-keyring 1.0.4, dbus-java 4.3.2: $seen"
[ "$seen" = "opened, then java.lang.NullPointerException" ] || changed "it says something else"
