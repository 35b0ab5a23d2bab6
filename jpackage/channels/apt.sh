#!/bin/sh
# Makes an apt repository of .deb files: a folder to be put on any web server, always signed. What apt needs to know of
# it is one file in it, upkeep.sources, with the key inside.
#
# usage: apt.sh FOLDER URL DEB...   (URL: where the folder will be found)
#
#   UPKEEP_APT_KEY      fingerprint of the secret key in gpg's keyring that signs it; without one nothing is made
#   UPKEEP_APT_DAYS     how long apt believes it, 30 without; sign it again before they are over
#   SOURCE_DATE_EPOCH   when it is signed, in seconds; now without
set -eu
refuse() {
  echo "upkeep: $1" >&2
  exit 2
}
[ $# -ge 3 ] || refuse "usage: apt.sh FOLDER URL DEB..."
folder=$1 url=${2%/}
shift 2
key=${UPKEEP_APT_KEY:-}
case $key in '' | *[!0-9A-F]*) refuse "UPKEEP_APT_KEY is to be a fingerprint; a repository that nobody signed is not made." ;; esac
[ ${#key} -ge 40 ] || refuse "UPKEEP_APT_KEY is to be a whole fingerprint, and not the end of one."
gpg --batch --list-secret-keys "$key" >/dev/null 2>&1 || refuse "gpg has no secret key $key."
case $url in https://?* | http://127.0.0.1:*) ;; *) refuse "the address is to begin with https://." ;; esac
[ ! -e "$folder" ] || [ -f "$folder/upkeep.sources" ] || refuse "$folder is something else."

new=$folder.new suite=dists/stable
rm -rf "$new"
mkdir -p "$new/pool/main/u/upkeep" "$new/$suite"
for deb; do
  [ "$(dpkg-deb --field "$deb" Package)" = upkeep ] || refuse "$deb is not a package of Upkeep."
  # The name in the package decides, whatever its file is called.
  name=upkeep_$(dpkg-deb --field "$deb" Version)_$(dpkg-deb --field "$deb" Architecture).deb
  cp "$deb" "$new/pool/main/u/upkeep/$name"
done

architectures="amd64 arm64"
cd "$new"
for architecture in $architectures; do
  index=$suite/main/binary-$architecture
  mkdir -p "$index/by-hash/SHA256"
  for deb in pool/main/u/upkeep/*_"$architecture".deb; do
    [ -f "$deb" ] || continue
    dpkg-deb --field "$deb"
    printf 'Filename: %s\nSize: %s\nSHA256: %s\n\n' "$deb" "$(stat -c %s "$deb")" "$(sha256sum < "$deb" | cut -d' ' -f1)"
  done > "$index/Packages"
  gzip -9nk "$index/Packages"
  # By these names the old and the new index can both be had while a new one comes.
  for file in Packages Packages.gz; do
    cp "$index/$file" "$index/by-hash/SHA256/$(sha256sum < "$index/$file" | cut -d' ' -f1)"
  done
done

now=${SOURCE_DATE_EPOCH:-$(date +%s)}
days=${UPKEEP_APT_DAYS:-30}
rfc() { LC_ALL=C date -u -d "@$1" '+%a, %d %b %Y %H:%M:%S UTC'; }
{
  printf '%s\n' "Origin: Upkeep" "Label: Upkeep" "Suite: stable" "Codename: stable" "Components: main" \
    "Architectures: $architectures" "Description: Upkeep keeps free-tier Redis databases alive" \
    "Date: $(rfc "$now")" "Valid-Until: $(rfc $((now + days * 86400)))" "Acquire-By-Hash: yes" "SHA256:"
  (cd "$suite" && find main -name 'Packages*' -type f | sort) | while read -r file; do
    printf ' %s %s %s\n' "$(sha256sum < "$suite/$file" | cut -d' ' -f1)" "$(stat -c %s "$suite/$file")" "$file"
  done
} > "$suite/Release"
gpg --batch --quiet --yes --local-user "$key" --digest-algo SHA512 --clearsign --output "$suite/InRelease" "$suite/Release"
gpg --batch --quiet --yes --local-user "$key" --digest-algo SHA512 --armor --detach-sign --output "$suite/Release.gpg" "$suite/Release"

gpg --batch --quiet --export-options export-minimal --export "$key" > key.gpg
[ -s key.gpg ]
for signed in InRelease Release.gpg; do
  set -- "$suite/$signed"
  [ "$signed" = InRelease ] || set -- "$@" "$suite/Release"
  gpgv --quiet --keyring ./key.gpg "$@" 2>/dev/null || refuse "what was signed does not verify."
done
rm key.gpg
gpg --batch --quiet --armor --export-options export-minimal --export "$key" > upkeep.asc
{
  printf '%s\n' "# apt repository of Upkeep. Its key has the fingerprint" "# $key" \
    "Types: deb" "URIs: $url/" "Suites: stable" "Components: main" "Architectures: $architectures" "Signed-By:"
  sed 's/^$/./; s/^/ /' upkeep.asc
} > upkeep.sources
cd - >/dev/null
rm -rf "$folder"
mv "$new" "$folder"
echo "upkeep: $folder is signed by $key until $(rfc $((now + days * 86400)))."
