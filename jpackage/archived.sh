#!/bin/sh
# archived.sh ICON-PROGRAM: fails unless a packaged program starts from the archives that training wrote. Java says
# nothing when they do not fit, and only starts slower: a jar that was copied without its time is enough. It compares
# the time for what lies on top of the first archive, which the agent and the window have.
set -eu
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if command -v cygpath > /dev/null; then file=$(cygpath -m "$log"); else file=$log; fi
# JAVA_TOOL_OPTIONS would come before the program's own options, which turn off what Java logs.
env "_JAVA_OPTIONS=-Xlog:class+load:file='$file'" "$1" agent --help > /dev/null 2>&1
all=$(grep -c 'source:' "$log" || true)
from=$(grep -c 'source: shared objects file' "$log" || true)
top=$(grep -c 'source: shared objects file (top)' "$log" || true)
echo "$1: $from of $all classes are from the archives, $top of them from the one on top"
# The parser of the command line, which this needs, is in neither: an agent does without.
if [ "$top" = 0 ] || [ $((from * 2)) -lt "$all" ]; then
  echo "upkeep: $1 does not use its archives. Do its jars have the time that they had when training looked?" >&2
  exit 1
fi
