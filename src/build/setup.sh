#!/bin/sh
# Sets up what `make build`, `make test` or `make package` needs: installs missing system packages on Debian and
# Ubuntu, and elsewhere says what to install.
set -eu
purpose=${1:-build}

missing=
need() { # need COMMAND PACKAGE
  command -v "$1" >/dev/null 2>&1 || missing="$missing $2"
}

need_file() { # need_file PATTERN PACKAGE, for programs that are not on the PATH
  # shellcheck disable=SC2086 # a pattern
  ls $1 >/dev/null 2>&1 || missing="$missing $2"
}

need mvn maven
# The Redis of tests and samples is linked to it on Apple silicon, where it is not part of the system.
if [ "$(uname)" = Darwin ] && [ "$(uname -m)" = arm64 ]; then
  need_file '/opt/homebrew/opt/openssl@3/lib/libssl.3.dylib' "openssl@3 (brew install openssl@3)"
fi
# The tests of what the build writes read the man page and complete in real shells.
if [ "$purpose" = test ]; then
  need zsh zsh
  need fish fish
  need mandoc mandoc
  # What upkeep deploy writes is read and run.
  need node nodejs
  need npm npm
  need curl curl
  need shellcheck shellcheck
  # It makes certificates, good and bad, judges them beside us, and serves them.
  need openssl openssl
  # A mail server with a mailbox.
  need_file '/usr/lib/python3/dist-packages/aiosmtpd' python3-aiosmtpd
  # A real parser for the page of metrics, and the judge of the alerts over it.
  need promtool prometheus
  need_file '/usr/lib/python3/dist-packages/prometheus_client' python3-prometheus-client
fi
# The tests of the keychain have a real one, on a bus of its own.
if [ "$purpose" = test ] && [ "$(uname)" = Linux ]; then
  need dbus-daemon dbus
  need dbus-monitor dbus
  need gnome-keyring-daemon gnome-keyring
  need secret-tool libsecret-tools
  # What others make of the entry for the start at login.
  need desktop-file-validate desktop-file-utils
  need gio libglib2.0-bin
  need gdbus libglib2.0-bin
  need cron cron
  # Debian's plain busybox has no crond.
  busybox --list 2>/dev/null | grep -qx crond || missing="$missing busybox-static"
  need systemd-analyze systemd
  # A screen and a panel for the tray.
  need Xvfb xvfb
  need trayer trayer
  # The tests of the tray and of notifications use a real desktop on a screen that nobody sees.
  need openbox openbox
  need xfce4-panel xfce4-panel
  need xfconf-query xfconf
  need_file '/usr/lib/*/xfce4/notifyd/xfce4-notifyd' xfce4-notifyd
  need_file '/usr/libexec/gcr-prompter' gcr
  need xdotool xdotool
  need import imagemagick
  need xwininfo x11-utils
  # Java draws its windows with these, and nothing without a font.
  need_file '/usr/lib/*/libXtst.so.6' libxtst6
  need_file '/usr/lib/*/libXi.so.6' libxi6
  need_file '/usr/lib/*/libXxf86vm.so.1' libxxf86vm1
  need_file '/usr/lib/*/libgtk-3.so.0' libgtk-3-0
  need fc-match fontconfig
  need_file '/usr/share/fonts/*/*/*.ttf' fonts-dejavu-core
fi

# Proxies, to be met with nothing behind them.
if [ "$purpose" = test-peers ]; then
  sh "$0" test
  need haproxy haproxy
  need nginx nginx-light
  need_file '/usr/lib/nginx/modules/ngx_stream_module.so' libnginx-mod-stream
  need stunnel4 stunnel4
fi

# Other desktops, and the keyrings that are none of GNOME's.
if [ "$purpose" = test-desktops ]; then
  sh "$0" test
  need keepassxc keepassxc
  need kwalletd5 libkf5wallet-bin
  need dunst dunst
  need lxqt-notificationd lxqt-notificationd
  need_file '/usr/lib*/mate-notification-daemon/mate-notification-daemon' mate-notification-daemon
  need_file '/usr/lib*/notification-daemon/notification-daemon' notification-daemon
  need_file '/usr/lib/*/qca-qt5/crypto/libqca-ossl.so' libqca-qt5-2-plugins
fi

# Training shows Upkeep on a desktop that nobody sees, with a tray, notifications and a keyring.
if [ "$purpose" = package ] && [ "$(uname)" = Linux ]; then
  need Xvfb xvfb
  need dbus-run-session dbus-daemon
  need openbox openbox
  need xfce4-panel xfce4-panel
  need_file '/usr/lib/*/xfce4/notifyd/xfce4-notifyd' xfce4-notifyd
  need gnome-keyring-daemon gnome-keyring
  need gdbus libglib2.0-bin
  need xdotool xdotool
  need_file '/usr/lib/*/libgtk-3.so.0' libgtk-3-0
  need_file '/usr/lib/*/libXtst.so.6' libxtst6
  need_file '/usr/lib/*/libXxf86vm.so.1' libxxf86vm1
  need_file '/usr/share/fonts/*/*/*.ttf' fonts-dejavu-core
  need strip binutils
  need openssl openssl
  need dpkg-deb dpkg
  need rpmbuild rpm
  need xz xz-utils
fi
# The checks of the packages judge them as distributions do, and use them.
if [ "$purpose" = package-test ] && [ "$(uname)" = Linux ]; then
  sh "$0" package
  need lintian lintian
  need appstreamcli appstream
  need desktop-file-validate desktop-file-utils
  need xmllint libxml2-utils
  need import imagemagick
  need gio libglib2.0-bin
  need man man-db
  need unshare util-linux
  need ip iproute2
  need pgrep procps
  need npm npm
fi

# An empty Debian, and an apt repository with keys that are thrown away.
if [ "$purpose" = channels-test ]; then
  need debootstrap debootstrap
  need gpg gpg
  need gpgv gpgv
  need gpg-agent gpg-agent
  need dpkg-deb dpkg
fi

if [ -n "$missing" ]; then
  if command -v apt-get >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ]; then
      as_root=
    elif command -v sudo >/dev/null 2>&1; then
      as_root=sudo
    else
      echo "upkeep: install these packages as root, then try again:$missing" >&2
      exit 1
    fi
    echo "upkeep: installing$missing (for make $purpose)" >&2
    $as_root apt-get update -qq
    # shellcheck disable=SC2086 # a list of words
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing
  else
    echo "upkeep: install these first, then try again:$missing" >&2
    exit 1
  fi
fi

sh "$(dirname "$0")/jdk.sh" >/dev/null
if [ "$purpose" = test ]; then
  sh "$(dirname "$0")/node.sh"
fi
