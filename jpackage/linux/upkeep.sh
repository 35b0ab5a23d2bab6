#!/bin/sh
# Starts Upkeep: without a word as an icon in the tray, else the command that is named.
#
# A script, and not the launcher that jpackage makes: that one asks rpm and dpkg at every start
# whose file it is, which takes longer than a touch.
here=$0
[ -L "$here" ] && here=$(readlink -f -- "$here")
case $here in
  /*/bin/*) root=${here%/bin/*} ;;
  *) root=$(CDPATH='' cd -- "${here%/*}/.." && pwd -P) || exit 2 ;;
esac

# Each face has options of its own.
role=cli
[ $# = 0 ] && role=agent
for word; do
  case $word in
    agent | window) role=$word && break ;;
  esac
done

# Java reads variables, arguments and file names in the locale's encoding. Under cron there is none,
# and a password with an umlaut would be another one.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
  C.UTF-8 | C.utf8) ;;
  *)
    case $(locale charmap 2>/dev/null) in
      '' | ANSI_X3.4-1968) LC_ALL=C.UTF-8 && export LC_ALL ;;
    esac
    ;;
esac
# Meant for a developer's Java, not for this one.
unset JDK_JAVA_OPTIONS

# What training wrote. The agent has an archive of its own, so that it holds for weeks only what it needs; the others
# are parts on top of one. Java's own TLS is such a part: most commands do without.
base=upkeep.aot part=$role
case $role in
  agent) base=agent.aot ;;
  cli)
    [ "${UPKEEP_TLS:-}" != jsse ] || part=java
    [ -n "${UPSTASH_REDIS_URL+set}" ] || [ -z "${UPSTASH_REDIS_REST_URL:-}" ] || part=java
    ;;
esac
archive=
if [ -f "$root/lib/cache/$base" ]; then
  archive=-XX:SharedArchiveFile=$root/lib/cache/$base
  [ ! -f "$root/lib/cache/$part.jsa" ] || archive=$archive:$root/lib/cache/$part.jsa
fi
exec "$root/lib/runtime/bin/upkeep" ${archive:+"$archive"} \
  "@$root/lib/options/every.options" "@$root/lib/options/$role.options" \
  "-Dupkeep.launcher=$root/bin/upkeep" "-Dorg.sqlite.lib.path=$root/lib/native" \
  "-Djffi.boot.library.path=$root/lib/native" \
  -cp "$root/lib/app/upkeep.jar" dev.upkeep.Main "$@"
