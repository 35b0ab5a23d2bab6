#!/bin/sh
# Reads the workflows and the action as GitHub does, with a linter from npm, pinned.
set -eu
cd "$(dirname "$0")/.."
npm install --silent --no-save --no-package-lock --prefix target/npm @action-validator/core@0.6.0 @action-validator/cli@0.6.0
for file in .github/workflows/*.yml action.yml; do
  target/npm/node_modules/.bin/action-validator "$file"
  echo "ok: $file"
done
# Whoever moves a tag must not change what runs here.
if grep -nE '^ *-? *uses: ' .github/workflows/*.yml | grep -vE '@[0-9a-f]{40} # v'; then
  echo "FAILED: these actions are not pinned to a commit" >&2
  exit 1
fi
echo "ok: actions are pinned to commits"
