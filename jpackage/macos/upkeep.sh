#!/bin/sh
# The command line of Upkeep, to be linked to a folder of the PATH:
#
#   sudo ln -s /Applications/Upkeep.app/Contents/Resources/upkeep /usr/local/bin/upkeep
#
# The launcher itself looks for its folder beside the link.
here=$0
while [ -L "$here" ]; do
  link=$(readlink "$here")
  case $link in /*) here=$link ;; *) here=$(dirname "$here")/$link ;; esac
done
contents=$(CDPATH='' cd -- "$(dirname "$here")/.." && pwd -P) || exit 2
exec "$contents/MacOS/upkeep-cli" "$@"
