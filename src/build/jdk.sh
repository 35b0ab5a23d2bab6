#!/bin/sh
# Prints the home of a JDK 25 or later, or says in one sentence what is missing.
set -u
wanted=25

# The major version of the JDK in $1, or nothing. Reads its release file, since starting Java costs time.
major() {
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

path_home=
if command -v javac >/dev/null 2>&1; then
  path_home=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
fi

for home in \
  "${JAVA_HOME:-}" "${JAVA_HOME_25_X64:-}" "${JAVA_HOME_25_ARM64:-}" "$path_home" \
  /usr/lib/jvm/* /opt/*jdk* /opt/java/* \
  "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* "${HOME:-}"/.local/share/mise/installs/java/* \
  /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
do
  [ -n "$home" ] || continue
  version=$(major "$home") || continue
  if [ "${version:-0}" -ge "$wanted" ]; then
    printf '%s\n' "$home"
    exit 0
  fi
done

echo "upkeep: no JDK $wanted was found: install one (for example Eclipse Temurin $wanted, https://adoptium.net) or point JAVA_HOME to it." >&2
exit 1
