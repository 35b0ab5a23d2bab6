#!/bin/sh
# What ../../action.yml runs: downloads a release's package, verifies it, and touches once. Its variables have names of
# their own, so that no variable of a job that happens to be called VERSION or RELEASES decides what is run here.
#
# usage: action.sh [FOLDER]   (FOLDER: take the release from there, without the attestation; for trying it out)
set -eu
refuse() {
  echo "upkeep: $1" >&2
  exit 2
}
version=${UPKEEP_ACTION_VERSION:-} sha256=${UPKEEP_ACTION_SHA256:-} attestation=${UPKEEP_ACTION_ATTESTATION:-required}
repository=${UPKEEP_ACTION_REPOSITORY:-} server=${UPKEEP_ACTION_SERVER:-} token=${UPKEEP_ACTION_TOKEN:-}
unset UPKEEP_ACTION_VERSION UPKEEP_ACTION_SHA256 UPKEEP_ACTION_ATTESTATION UPKEEP_ACTION_REPOSITORY \
  UPKEEP_ACTION_SERVER UPKEEP_ACTION_TOKEN
[ "$(uname)" = Linux ] || refuse "the action runs on Linux runners only."
case $version in '' | *[!0-9.]*) refuse "version is to be of the form 1.2.3." ;; esac
case $attestation in required | off) ;; *) refuse "attestation is to be required or off." ;; esac
case $(uname -m) in x86_64) architecture=amd64 ;; *) architecture=arm64 ;; esac
package=upkeep-$version-linux-$architecture.tar.gz
folder=${1:-}
cd "$(mktemp -d)"
for file in "$package" SHA256SUMS; do
  if [ -n "$folder" ]; then
    cp "$folder/$file" .
  else
    # Also what a server redirects to is asked for by HTTPS.
    curl --proto '=https' --tlsv1.2 --fail --silent --show-error --location --retry 3 --output "$file" \
      "$server/$repository/releases/download/v$version/$file"
  fi
done
# A list without the package would check nothing, and be content.
grep -F "  $package" SHA256SUMS > wanted || refuse "the release names no checksum of $package."
sha256sum --check --strict --quiet wanted
[ -z "$sha256" ] || echo "$sha256  $package" | sha256sum --check --strict --quiet -
# The list comes from where the package comes from. That the release workflow of this version built it is said by
# somebody else; whoever could replace both could also leave that out, so it is not only looked at where it is.
if [ -n "$folder" ] || [ "$attestation" = off ]; then
  echo "upkeep: who built $package is not verified." >&2
else
  command -v gh >/dev/null 2>&1 || refuse "GitHub's gh verifies who built the package, and is not here; attestation: off does without."
  said=$(GH_TOKEN=$token gh attestation verify "$package" --repo "$repository" \
    --signer-workflow "$repository/.github/workflows/release.yml" --source-ref "refs/tags/v$version" 2>&1) || {
    printf '%s\n' "$said" >&2
    refuse "it is not proved that the release workflow of $repository built $package."
  }
fi
tar -xzf "$package"
exec "upkeep-$version/bin/upkeep" ping
