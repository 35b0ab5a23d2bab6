#!/bin/sh
# `make package-check` on Windows, in Git Bash: installs target/packages/*.msi as winget does, uses it, and removes it
# while it runs. It changes the account that it runs in: for build machines. What it says is in target/package-check.
#
# Written against the documentation of msiexec, reg, tasklist, cmdkey and icacls. Nobody has run it yet.
set -eu
cd "$(dirname "$0")/../.."
pictures=$PWD/target/package-check
rm -rf "$pictures"
mkdir -p "$pictures"
output=$pictures/output
. jpackage/checks.sh
# Git Bash takes words that begin with a slash for paths, and makes C:\... of them.
export MSYS_NO_PATHCONV=1 MSYS2_ARG_CONV_EXCL='*'
msi=$(ls target/packages/upkeep-*-windows-x64.msi)
version=$(sed -n 's/^version=//p' target/classes/dev/upkeep/build.properties)
data=$(cygpath -u "$LOCALAPPDATA")/Upkeep
menu=$(cygpath -u "$APPDATA")/Microsoft/Windows/"Start Menu"/Programs
run='HKCU\Software\Microsoft\Windows\CurrentVersion\Run'
[ ! -e "$data" ] || { echo "upkeep: somebody uses Upkeep in this account: $data" >&2; exit 1; }

# --- A Redis for Windows, from Maven. It is old, and writes without SET ... GET.
server=$PWD/target/package-redis
mkdir -p "$server"
mvn -B -ntp -q dependency:copy -Dartifact=com.github.codemonstur:embedded-redis:1.4.3 \
  "-DoutputDirectory=$(cygpath -m "$server")"
(cd "$server" && "$(sh ../../src/build/jdk.sh)/bin/jar" --extract --file embedded-redis-1.4.3.jar \
  redis-server-5.0.14.1-windows-amd64.exe)
echo "79cd623a9999d75e944e8d2509547ddeee67a2c6c7b88d11d1137eb57fec10a0  $server/redis-server-5.0.14.1-windows-amd64.exe" | sha256sum --check --quiet -
port=16379
"$server/redis-server-5.0.14.1-windows-amd64.exe" --port $port --bind 127.0.0.1 --requirepass c4n4ry --save '' \
  > "$pictures/redis.log" 2>&1 &
redis=$!
url=redis://:c4n4ry@127.0.0.1:$port
place=
clean() {
  kill $redis 2>/dev/null || true
  [ -z "$place" ] || msiexec /x "$(cygpath -w "$msi")" /qn /norestart || true
}
trap clean EXIT

# --- Installed without a question, for this user alone.
# The shell keeps the last byte of an exit code only.
codes="see msi-install.log; 67 is 1603 (a fault of the installer, search for 'return value 3'), 102 is 1638 (another
    version is there), 194 is 3010 (wants a restart: a file was in use)"
expect "msiexec installs it without a question" "$codes" \
  msiexec /i "$(cygpath -w "$msi")" /qn /norestart /l*v "$(cygpath -w "$pictures/msi-install.log")"
reg query 'HKCU\Environment' /v Path > "$pictures/path.txt" 2>&1 || true
place=$(tr ';' '\n' < "$pictures/path.txt" | tr -d '\r' | sed -n 's/.*REG_[A-Z_]* *//; /\\UpkeepApp\\*$/p' | tail -1)
expect "the command line is on the user's PATH" "main.wxs, Environment; path.txt has what the registry says" test -n "$place"
[ -n "$place" ] || exit 1
bin=$(cygpath -u "$place")
bin=${bin%/}
expect "the folder of the program is there: $place" "package.sh, --install-dir" test -x "$bin/upkeep-tray.exe"
# Whoever signs the installer signs what it installs, or Windows distrusts it at the next login.
signature() { powershell -NoProfile -Command "(Get-AuthenticodeSignature '$(cygpath -w "$1")').Status" | tr -d '\r'; }
signed() {
  for exe in "$bin"/*.exe; do
    echo "$exe: $(signature "$exe")"
    [ "$(signature "$exe")" = Valid ] || return 1
  done
}
if [ "$(signature "$msi")" = Valid ]; then
  expect "every program in it is signed" "windows/sign.sh, which package.sh asks for the programs first" signed
else
  echo "skipped: signatures, since this installer has none"
fi
upkeep() { # as somebody types it at a prompt
  PATH="$(cygpath -u "$place"):$PATH" cmd /c upkeep "$@"
}
shortcuts() {
  find "$menu" -ipath '*upkeep*' -name '*.lnk'
  [ "$(find "$menu" -ipath '*upkeep*' -name '*.lnk' | wc -l)" = 1 ] && [ ! -e "$menu/Unknown" ]
}
expect "the Start menu has one entry, and no folder called Unknown" \
  "main.wxs and package.sh: jpackage adds a shortcut for each launcher (--win-menu), in a folder by --win-menu-group" shortcuts

# --- Used once.
expect "it tells its version" "Upkeep.exe, the command line; app/Upkeep.cfg" tells "upkeep $version" upkeep --version
expect "and in Git Bash, which finds no .cmd" "Upkeep.exe in $place" tells "upkeep $version" "$bin/upkeep" --version
touch_once() { UPSTASH_REDIS_URL=$url tells '"outcome":"alive"' upkeep ping --json; }
await "a database is touched" "redis.log; is the port $port free?" touch_once
# The installer started it once, and it gave its jar the time that the cabinet took.
expect "it starts from the archives that training wrote" \
  "the time of app/upkeep.jar: Main gives it back (upkeep.born in app/*.cfg), if the file may be written" \
  sh jpackage/archived.sh "$bin/upkeep-tray.exe"
expect "and upkeep doctor says so" "upkeep doctor" tells '{"name":"archive","value":"used"}' upkeep doctor --json

# --- The agent, as the icon starts it.
"$bin/upkeep-tray.exe" > "$pictures/agent.log" 2>&1 &
await "the icon starts the agent" "agent.log, and $data/logs: AF_UNIX sockets, and rights of the folder" upkeep status
processes() {
  tasklist /fi 'imagename eq upkeep-tray.exe' /fo csv /nh
  [ "$(tasklist /fi 'imagename eq upkeep-tray.exe' /fo csv /nh | grep -ci '^"upkeep-tray.exe')" = 1 ]
}
expect "it is one process, and not a launcher that waits for another" "win.norestart in app/*.cfg" processes
add() { printf '%s' "$url" | PATH="$(cygpath -u "$place"):$PATH" cmd /c upkeep add 'schön' --window 30d; }
if add > "$output" 2>&1; then echo "ok: a database with an umlaut is added"; else
  fault "a database with an umlaut is added" "arguments in the code page: the manifest of the launchers (activeCodePage)" "exit status"
fi
named() { printf '%s' "$url" | PATH="$(cygpath -u "$place"):$PATH" cmd /c upkeep add 'データ' --window 30d; }
if named > "$output" 2>&1 && upkeep remove 'データ' --yes >> "$output" 2>&1; then
  echo "ok: a database has a name outside the code page of Windows"
else
  fault "a database has a name outside the code page of Windows" "windows/manifest.sh, which needs mt.exe; sun.jnu.encoding" "exit status"
fi
alive() { tells '"state":"alive"' upkeep list --json; }
await "it is alive" "upkeep list; $data/logs" alive
expect "what is piped is UTF-8, names included" "the encoding of standard output (stdout.encoding, native.encoding)" \
  tells 'schön' upkeep list --json
credential() { cmdkey /list | grep -i upkeep; }
expect "its secret is in the Credential Manager" "upkeep doctor says which store is used; cmdkey /list" credential
plain() { grep -rl c4n4ry "$data"; }
expect "and in no file" "secret/, the store that was chosen" fails plain
rights() {
  icacls "$(cygpath -w "$data")"
  icacls "$(cygpath -w "$data")" | grep -qi "$USERNAME:" && ! icacls "$(cygpath -w "$data")" | grep -qiE 'Everyone:|BUILTIN\\Users:'
}
expect "its folder is open to this user and to no other" \
  "the access list that was set: the current user by name, never the owner, which may be the administrators" rights
many() { # several read agent.json and upkeep.json while they are replaced
  for _ in 1 2 3 4 5 6 7 8; do upkeep list --json > /dev/null || touch "$pictures/lost"; done &
  for _ in 1 2 3 4; do upkeep pause 'schön' && upkeep resume 'schön' || return; done
  wait $!
  [ ! -e "$pictures/lost" ]
}
expect "files are replaced while others read them" "MoveFileEx refuses what somebody has open: try again for a second" many
expect "the start at login is turned on" "upkeep login-start on" upkeep login-start on
entry() { reg query "$run" /v Upkeep | tee "$pictures/run.txt" | grep -q 'upkeep-tray\.exe'; }
expect "the registry has it, and it names the icon's program" "run.txt; desktop/windows, RunKeyStart" entry
expect "and Upkeep says so" "upkeep login-start status" tells '"loginStart":"on"' upkeep login-start status --json
expect "it is turned off" "upkeep login-start off" upkeep login-start off
expect "and the registry has it no more" "reg query $run" fails reg query "$run" /v Upkeep
powershell -NoProfile -Command "Add-Type -AssemblyName System.Windows.Forms,System.Drawing;
  \$b = [System.Windows.Forms.Screen]::PrimaryScreen.Bounds; \$i = New-Object System.Drawing.Bitmap \$b.Width, \$b.Height;
  [System.Drawing.Graphics]::FromImage(\$i).CopyFromScreen(\$b.Location, [System.Drawing.Point]::Empty, \$b.Size);
  \$i.Save('$(cygpath -m "$pictures/desktop.png")')" || true
echo "to be looked at: desktop.png (the icon beside the clock on the taskbar's colour)"

expect "it stops" "upkeep stop" upkeep stop
gone() { ! tasklist /fi 'imagename eq upkeep-tray.exe' /nh | grep -qi upkeep; }
await "and its process is gone" "a thread that does not end" gone
# Without a word it is the icon's program, which goes on by itself: the prompt comes back.
prompt() {
  upkeep > /dev/null 2>&1 &
  asked=$! tries=0
  while kill -0 $asked 2>/dev/null; do
    tries=$((tries + 1))
    [ $tries -lt 30 ] || return 1
    sleep 1
  done
}
expect "upkeep without a word gives the prompt back" "Main: on Windows it starts the icon's program and returns" prompt
await "and the agent runs" "$data/logs" upkeep status
upkeep login-start on > /dev/null 2>&1 || true
stays() { reg query "$run" /v Upkeep; }

# --- Installed again while it runs, as an upgrade does.
expect "msiexec replaces it while it runs" "msi-again.log; $codes" \
  msiexec /i "$(cygpath -w "$msi")" REINSTALL=ALL REINSTALLMODE=amus /qn /norestart /l*v "$(cygpath -w "$pictures/msi-again.log")"
expect "and ended the agent first" "main.wxs, EndAll: upkeep stop --everything" gone
expect "the start at login outlives it" "main.wxs, ForgetLogin is for REMOVE=ALL alone" stays
"$bin/upkeep-tray.exe" > "$pictures/agent-2.log" 2>&1 &
await "the icon starts the agent again" "agent-2.log; $data/logs" upkeep status

# --- Removed while it runs.
expect "msiexec removes it while it runs" "msi-remove.log; $codes" \
  msiexec /x "$(cygpath -w "$msi")" /qn /norestart /l*v "$(cygpath -w "$pictures/msi-remove.log")"
await "the agent was ended" "main.wxs, EndAll: upkeep stop --everything before the files are removed" gone
expect "the program is gone, with its folder" "files that were in use are removed at the next start only: main.wxs" test ! -e "$bin"
expect "and so is its place on the PATH" "main.wxs, Environment" \
  fails sh -c "reg query 'HKCU\\Environment' /v Path | grep -qi 'UpkeepApp'"
expect "and its entry in the Start menu" "main.wxs" test -z "$(find "$menu" -ipath '*upkeep*' -name '*.lnk' 2>/dev/null)"
expect "and the start at login" "main.wxs, ForgetLogin: upkeep login-start off --everywhere" \
  fails reg query "$run" /v Upkeep
expect "what is the user's is left" "RemoveFolder of $data in the installer" test -s "$data/upkeep.json" -a -s "$data/upkeep.db"
expect "and the secret" "cmdkey /list" credential
place=
exit $failed
