#!/bin/sh
# Writes what winget and Homebrew want to know of a release, from its checksums.
#
# usage: manifests.sh VERSION SHA256SUMS FOLDER
#
#   FOLDER/winget/manifests/...   to be proposed to microsoft/winget-pkgs, at the same path
#   FOLDER/homebrew/upkeep.rb     a cask, for a tap of one's own (Casks/upkeep.rb)
set -eu
version=$1 folder=$3
sums=$(cat "$2")
cd "$(dirname "$0")/../.."
repository=$(sed -n 's|.*<upkeep.repository>\(.*\)</upkeep.repository>.*|\1|p' pom.xml)
case $version in '' | *[!0-9.]*) echo "upkeep: $version is not a version." >&2; exit 2 ;; esac
home=https://github.com/$repository
sum() { # sum FILE: its checksum, or nothing
  printf '%s\n' "$sums" | sed -n "s/^\([0-9a-f]\{64\}\)  $1\$/\1/p"
}
case $folder in /*) ;; *) folder=$OLDPWD/$folder ;; esac

msi=upkeep-$version-windows-x64.msi
sha=$(sum "$msi")
if [ -n "$sha" ]; then
  # By this code Windows knows what is installed; package.sh gives it to the installer.
  code=$(sed -n 's/.*--win-upgrade-uuid \([0-9a-f-]*\).*/\1/p' jpackage/windows/package.sh)
  [ ${#code} = 36 ]
  winget=$folder/winget/manifests/u/Upkeep/Upkeep/$version
  mkdir -p "$winget"
  begin() { # begin FILE TYPE
    cat > "$winget/Upkeep.Upkeep$1.yaml" <<YAML
# yaml-language-server: \$schema=https://aka.ms/winget-manifest.$2.1.10.0.schema.json
PackageIdentifier: Upkeep.Upkeep
PackageVersion: $version
YAML
  }
  end() { # end FILE TYPE
    cat >> "$winget/Upkeep.Upkeep$1.yaml"
    printf 'ManifestType: %s\nManifestVersion: 1.10.0\n' "$2" >> "$winget/Upkeep.Upkeep$1.yaml"
  }
  begin "" version
  end "" version <<YAML
DefaultLocale: en-US
YAML
  begin .installer installer
  end .installer installer <<YAML
InstallerType: wix
Scope: user
UpgradeBehavior: install
Commands:
- upkeep
AppsAndFeaturesEntries:
- UpgradeCode: '{$(printf %s "$code" | tr a-f A-F)}'
Installers:
# Windows on ARM runs it as well.
- Architecture: x64
  InstallerUrl: $home/releases/download/v$version/$msi
  InstallerSha256: $(printf %s "$sha" | tr a-f A-F)
YAML
  begin .locale.en-US defaultLocale
  end .locale.en-US defaultLocale <<YAML
PackageLocale: en-US
Publisher: The Upkeep authors
PublisherUrl: https://github.com/${repository%%/*}
PublisherSupportUrl: $home/issues
PackageName: Upkeep
PackageUrl: $home
License: Apache-2.0
LicenseUrl: $home/blob/v$version/LICENSE
ShortDescription: Keeps free-tier Redis databases alive.
Tags:
- redis
- upstash
- valkey
ReleaseNotesUrl: $home/releases/tag/v$version
YAML
else
  echo "upkeep: nothing for winget, since there is no $msi." >&2
fi

arm=$(sum "upkeep-$version-macos-arm64.dmg") intel=$(sum "upkeep-$version-macos-x64.dmg")
if [ -n "$arm" ]; then
  mkdir -p "$folder/homebrew"
  {
    echo 'cask "upkeep" do'
    if [ -n "$intel" ]; then
      printf '  arch arm: "arm64", intel: "x64"\n\n  version "%s"\n  sha256 arm:   "%s",\n         intel: "%s"\n\n' \
        "$version" "$arm" "$intel"
      file='upkeep-#{version}-macos-#{arch}.dmg'
    else
      printf '  version "%s"\n  sha256 "%s"\n\n' "$version" "$arm"
      file='upkeep-#{version}-macos-arm64.dmg'
    fi
    cat <<RUBY
  url "$home/releases/download/v#{version}/$file"
  name "Upkeep"
  desc "Keeps free-tier Redis databases alive"
  homepage "$home"

RUBY
    [ -n "$intel" ] || printf '  depends_on arch: :arm64\n'
    cat <<'RUBY'
  depends_on macos: ">= :monterey"

  app "Upkeep.app"
  binary "#{appdir}/Upkeep.app/Contents/Resources/upkeep"

  uninstall launchctl: "dev.upkeep.agent",
            quit:      "dev.upkeep.upkeep"

  zap trash: [
    "~/Library/Application Support/Upkeep",
    "~/Library/Caches/Upkeep",
    "~/Library/LaunchAgents/dev.upkeep.agent.plist",
    "~/Library/Logs/Upkeep",
  ]
end
RUBY
  } > "$folder/homebrew/upkeep.rb"
else
  echo "upkeep: nothing for Homebrew, since there is no package for Apple silicon." >&2
fi
