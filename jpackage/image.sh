#!/bin/sh
# Builds target/image: Upkeep with a Java runtime of its own, for the system this runs on. Wants what
# `mvn package` left in target/, and takes nothing from anywhere else.
set -eu
cd "$(dirname "$0")/.."
home=$(sh src/build/jdk.sh)
work=target/image-work
rm -rf target/image "$work"
mkdir -p target/image "$work/jmods" "$work/app/lib" "$work/native"

# shellcheck disable=SC2034 # separator is for launchers.sh
case $(uname) in
  Linux) system=linux library=so separator=: ;;
  Darwin) system=macos library=dylib separator=: ;;
  *) system=windows library=dll separator=';' ;;
esac

# All files get the same age: the caches remember it, and a build can be repeated.
born=2026-01-01T00:00:00Z
age() {
  # The second is for those who read no time zone: touch -t means the local one.
  find "$1" -exec touch -h -d $born {} + 2>/dev/null || TZ=UTC find "$1" -exec touch -h -t 202601010000.00 {} +
}

# --- The runtime: the JDK's modules, and JavaFX's made from its jars, with its libraries in their place.
modules=
for jar in target/lib/javafx-*-*-*.jar; do
  name=$(basename "$jar" | sed 's/^javafx-\([a-z]*\)-.*/javafx.\1/')
  mkdir -p "$work/$name/classes" "$work/$name/lib"
  (cd "$work/$name/classes" && "$home/bin/jar" --extract --file "../../../../$jar")
  find "$work/$name/classes" -maxdepth 1 -name "*.$library" -exec mv {} "$work/$name/lib/" \;
  rm -rf "$work/$name/classes/META-INF" "$work/$name/classes/javafx-swt.jar"
  "$home/bin/jmod" create --class-path "$work/$name/classes" --libs "$work/$name/lib" \
    "$work/jmods/$name.jmod"
done
while read -r module _; do
  case $module in '' | '#'*) ;; *) modules=${modules:+$modules,}$module ;; esac
done < jpackage/modules
# On Linux nothing uses AWT, so its libraries stay away; and what only developers run.
unused='/java.base/bin/keytool,/java.base/bin/keytool.exe,/java.base/lib/jrt-fs.jar,/java.base/lib/classlist,/jdk.httpserver/bin/**'
[ "$system" != linux ] || unused="$unused,/java.desktop/lib/**,/java.base/lib/jexec,/java.base/lib/libjsig.so,/java.base/lib/libsimdsort.so"
# Nor are the classes there that draw, print or play, nor what makes classes of XSLT, nor Kerberos, but for one of each package: a module
# wants to have the packages that it names.
unused_classes=
if [ "$system" = linux ]; then
  unused_classes=$work/unused-classes
  "$home/bin/jimage" list --include 'regex:/java.(desktop|xml|security.jgss)/.*' "$home/lib/modules" | awk '
    $1 == "Module:" { module = $2; next }
    $1 ~ /^(javax\/(swing|sound|print|imageio)|com\/sun\/(java\/swing|swing|media|imageio))\/.*\./ ||
    $1 ~ /^sun\/(java2d|font|print|swing|awt\/[^\/]*)\/.*\./ || $1 ~ /\/doc-files\// ||
    $1 ~ /^com\/sun\/org\/apache\/bcel\/.*\./ || $1 ~ /^sun\/security\/(krb5|jgss)\/.*\./ {
      package = $1
      sub(/\/[^\/]*$/, "", package)
      if (seen[package]++) print "/" module "/" $1
    }' > "$unused_classes"
fi
# What training cannot keep is read from here at every start, and to unpack the first of it takes 3 ms.
compress='zip-6:filter=regex:^(?!/java.base/jdk/internal/event/).*$'
"$home/bin/jlink" --module-path "$work/jmods" --add-modules "$modules" --include-locales=en,de \
  --exclude-files "$unused" ${unused_classes:+"--exclude-resources=@$unused_classes"} --strip-java-debug-attributes \
  --no-header-files --no-man-pages --compress "$compress" --output "$work/runtime"

# That a name is unknown is not remembered; see SystemResolver, which would otherwise set it at every start. Java
# reads this file at every start, and most of it is comments.
security=$work/runtime/conf/security/java.security
sed -e 's/^networkaddress\.cache\.negative\.ttl=.*/networkaddress.cache.negative.ttl=0/' -e '/^#/d' -e '/^$/d' \
  "$security" > "$work/security"
grep -q '^networkaddress.cache.negative.ttl=0$' "$work/security"
cat "$work/security" > "$security"

# --- The application: its jar and its libraries, the native ones outside the jars, so that nothing is
# unpacked when it runs.
cp target/upkeep.jar "$work/app/"
for jar in target/lib/*.jar; do
  case $jar in */javafx-*) ;; *) cp "$jar" "$work/app/lib/" ;; esac
done
# The window's style, as the toolkit reads it without a parser.
styles=dev/upkeep/window/shell/upkeep.bss
mkdir -p "$work/styles/${styles%/*}"
"$home/bin/java" -cp "$(sh src/build/classpath.sh test-classes)" dev.upkeep.packaging.BinaryStyles \
  "target/classes/${styles%.bss}.css" "$work/styles/$styles"
"$home/bin/jar" --update --file "$work/app/upkeep.jar" -C "$work/styles" "$styles"
# Java 5 wrote picocli, and what training writes can only hold what is younger.
"$home/bin/java" -cp target/test-classes dev.upkeep.packaging.StackMaps "$work"/app/lib/picocli-*.jar

take() { # take JAR FOLDER: the native library in a folder of a jar, and out of the jar all of them
  rm -rf "$work/jar"
  mkdir "$work/jar"
  (cd "$work/jar" && "$home/bin/jar" --extract --file "../app/lib/$1")
  find "$work/jar/$2" -maxdepth 1 -type f \( -name "*.$library" -o -name '*.jnilib' \) -exec cp {} "$work/native/" \;
  find "$work/jar" -type f \( -name '*.so' -o -name '*.dll' -o -name '*.dylib' -o -name '*.jnilib' -o -name '*.a' \) \
    -delete
  (cd "$work/jar" && "$home/bin/jar" --create --manifest META-INF/MANIFEST.MF --file "../app/lib/$1" .)
}
case $(uname -m) in
  arm64 | aarch64) sqlite=aarch64 jna=aarch64 jffi=aarch64 ;;
  *) sqlite=x86_64 jna=x86-64 jffi=x86_64 ;;
esac
case $system in
  linux) sqlite=Linux/$sqlite jna='' jffi=$jffi-Linux ;;
  macos) sqlite=Mac/$sqlite jna=darwin-$jna jffi='' ;;
  windows) sqlite=Windows/$sqlite jna=win32-$jna jffi='' ;;
esac
take "$(cd target/lib && ls sqlite-jdbc-*.jar)" "org/sqlite/native/$sqlite"
needed=sqlitejdbc
if [ -n "$jna" ]; then
  take "$(cd target/lib && ls jna-5*.jar)" "com/sun/jna/$jna"
  needed="$needed jnidispatch"
else
  # What java-keyring would need: on Linux Upkeep speaks to the Secret Service itself.
  rm "$work"/app/lib/jna-*.jar "$work"/app/lib/secret-service-*.jar "$work"/app/lib/hkdf-*.jar
fi
# Only on Linux is TLS the system's. All that its jar of libraries holds are these.
if [ -n "$jffi" ]; then
  take "$(cd target/lib && ls jffi-*-native.jar)" "jni/$jffi"
  needed="$needed jffi"
fi
for one in $needed; do
  ls "$work/native/"*"$one"* >/dev/null
done
rm "$work"/app/lib/jffi-*-native.jar
# JavaFX is part of the runtime now, and the rest one jar.
"$home/bin/java" -cp target/test-classes dev.upkeep.packaging.MergedJar "$work/app/upkeep.jar" "$work"/app/lib/*.jar
"$home/bin/java" -cp "$(sh src/build/classpath.sh test-classes)" dev.upkeep.packaging.LeanClasses "$work/app/upkeep.jar"
rm -r "$work/app/lib"
# What their authors want to go along; most jars hold no text.
cp -R jpackage/licences "$work/app/licences"

. "jpackage/$system/image.sh"
