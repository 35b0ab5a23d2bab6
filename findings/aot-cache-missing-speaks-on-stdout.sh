#!/bin/sh
# A JDK 25 that is given -XX:AOTCache= with a file that is not there runs the program and exits 0, and its complaint goes to
# standard output, before what the program prints: whoever reads JSON from it gets something else.
. "$(dirname "$0")/prepare"
mkdir "$work/src" "$work/app"
printf 'public class Try { public static void main(String[] w) { System.out.println("{}"); } }\n' >"$work/src/Try.java"
"$JAVA_HOME/bin/javac" -d "$work/app" "$work/src/Try.java"
"$JAVA_HOME/bin/java" -XX:AOTCache="$work/gone.aot" -cp "$work/app" Try >"$work/out" 2>"$work/err" && status=0 || status=$?
"$JAVA_HOME/bin/java" -version 2>&1 | head -n 1
echo "exit $status; standard output:"
sed 's/^/  /' "$work/out"
echo "standard error: $(wc -l <"$work/err") lines"
[ "$status" -eq 0 ] && grep -q '^\[.*\]\[aot' "$work/out" && grep -q '^{}$' "$work/out" || changed "standard output is the program's alone"
