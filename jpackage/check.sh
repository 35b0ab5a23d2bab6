#!/bin/sh
# Installs, uses and removes what is in target/packages, on the system it runs on.
set -eu
cd "$(dirname "$0")/.."
case $(uname) in
  Linux) exec sh jpackage/linux/check.sh ;;
  Darwin) exec sh jpackage/macos/check.sh ;;
  *) exec sh jpackage/windows/check.sh ;;
esac
