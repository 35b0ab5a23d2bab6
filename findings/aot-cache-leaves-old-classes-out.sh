#!/bin/sh
# The AOT cache of a JDK 25 (JEP 514) leaves out classes whose files are of version 49 (Java 5), without failing: those of
# picocli 4.7.7 are loaded and verified from the jar at every start, as if there were no cache.
. "$(dirname "$0")/prepare"
jars "$work/lib" info.picocli:picocli:4.7.7
mkdir "$work/src" "$work/app"
cat >"$work/src/Try.java" <<'JAVA'
public class Try {
  public static void main(String[] words) {
    System.out.println(new picocli.CommandLine(new Options()).parseArgs("-x").matchedOptions().size());
  }

  static class Options {
    @picocli.CommandLine.Option(names = "-x")
    boolean x;
  }
}
JAVA
"$JAVA_HOME/bin/javac" -nowarn -proc:none -cp "$work/lib/picocli-4.7.7.jar" -d "$work/app" "$work/src/Try.java"
"$JAVA_HOME/bin/jar" cf "$work/app.jar" -C "$work/app" .
path=$work/app.jar:$work/lib/picocli-4.7.7.jar
"$JAVA_HOME/bin/java" -XX:AOTCacheOutput="$work/cache" -cp "$path" Try >"$work/training" 2>&1 || cant "training"
"$JAVA_HOME/bin/java" -XX:AOTCache="$work/cache" -Xlog:class+load:file="$work/loads" -cp "$path" Try >"$work/run"
from_jar=$(grep -c 'picocli.*source: jar:\|picocli.*source: file:' "$work/loads" || true)
from_cache=$(grep -c 'picocli.*source: shared' "$work/loads" || true)
own=$(grep -c 'Try .*source: shared' "$work/loads" || true)
version=$(cd "$work" && unzip -p lib/picocli-4.7.7.jar picocli/CommandLine.class | od -An -j6 -N2 -tu1 | tr -d '\n')
"$JAVA_HOME/bin/java" -version 2>&1 | head -n 1
echo "picocli 4.7.7, class files of version$version; of its classes $from_jar came from the jar and $from_cache from the cache; of ours $own from the cache"
[ "$from_jar" -gt 50 ] && [ "$from_cache" -eq 0 ] && [ "$own" -eq 1 ] || changed "old classes are archived"
