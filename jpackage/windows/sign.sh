#!/bin/sh
# sign.sh FILE...: signs programs and installers, if UPKEEP_SIGN says with what: options of jsign
# (https://ebourg.github.io/jsign), because keys that Windows trusts are in somebody's safe since June 2023, and no
# longer in a file. What opens the safe is in UPKEEP_SIGN_PASSWORD, where no list of processes shows it. Of Azure's:
#
#   UPKEEP_SIGN='--storetype TRUSTEDSIGNING --keystore weu.codesigning.azure.net --alias ACCOUNT/PROFILE'
set -eu
[ -n "${UPKEEP_SIGN:-}" ] || exit 0
cd "$(dirname "$0")/../.."
jar=target/sign/jsign-7.4.jar
if [ ! -f $jar ]; then
  mvn -B -ntp -q dependency:copy -Dartifact=net.jsign:jsign:7.4 -DoutputDirectory=target/sign
fi
home=$(sh src/build/jdk.sh)
# jpackage writes programs that may not be written to.
chmod u+w "$@"
# shellcheck disable=SC2086 # a list of words
"$home/bin/java" -jar $jar $UPKEEP_SIGN --storepass env:UPKEEP_SIGN_PASSWORD --alg SHA-256 --replace \
  ${UPKEEP_SIGN_TIME:---tsaurl http://timestamp.digicert.com} "$@"
