#!/bin/sh
# classpath.sh [FOLDER...]: prints the class path of what was built for tests: these folders of target/ (classes and
# test-classes if none is named) and every library, joined as Java joins them here. Maven writes the libraries
# with ';' on Windows, where a path has a colon of its own.
set -eu
case $(uname) in MINGW* | MSYS* | CYGWIN*) separator=';' ;; *) separator=: ;; esac
[ $# -gt 0 ] || set -- classes test-classes
for folder; do printf 'target/%s%s' "$folder" "$separator"; done
cat "$(dirname "$0")/../../target/test.classpath"
