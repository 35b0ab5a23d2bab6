#!/bin/sh
# manifest.sh EXE: says in a launcher that it speaks UTF-8. jpackage's launchers hand arguments and paths on in the code
# page of the process, in which a name such as データ, or a user called Łukasz, is question marks.
#
# mt.exe is part of the Windows SDK, which GitHub's machines have. Without it the launcher stays as it is.
set -eu
cd "$(dirname "$0")/../.."
mt=${UPKEEP_MT:-$(ls -d "/c/Program Files (x86)/Windows Kits/10/bin/"10.*/x64/mt.exe 2>/dev/null | tail -1)}
if [ -z "$mt" ]; then
  echo "upkeep: there is no mt.exe, so arguments outside the code page of Windows become question marks." >&2
  exit 0
fi
# jpackage writes what may not be written to.
chmod u+w "$1"
# Git Bash takes words with a semicolon or a colon for lists of paths.
export MSYS_NO_PATHCONV=1 MSYS2_ARG_CONV_EXCL='*'
own=jpackage/windows/utf8.manifest
# What it says already stays; one that says nothing so far has nothing to be read.
"$mt" -nologo "-inputresource:$1;#1" -manifest "$own" "-outputresource:$1;#1" ||
  "$mt" -nologo -manifest "$own" "-outputresource:$1;#1"
