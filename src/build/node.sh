#!/bin/sh
# Puts the readers of generated files that only npm has into target/node, in the versions of the lock file.
set -eu
cd "$(dirname "$0")/../.."
lock=src/build/node/package-lock.json
if ! cmp -s "$lock" target/node/installed; then
  mkdir -p target/node
  cp src/build/node/package.json "$lock" target/node/
  (cd target/node && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null)
  cp "$lock" target/node/installed
fi
