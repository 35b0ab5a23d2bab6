# Part of ../package.sh, for Linux. Made by dpkg-deb and rpmbuild: what jpackage makes goes to /opt, without
# a man page, completion or a command on the PATH.
# shellcheck shell=sh disable=SC2154 # of ../package.sh
image=target/image/upkeep
work=target/package-work
tree=$work/tree
date=$(sed -n 's/^date=\(.*\)T.*/\1/p' target/classes/dev/upkeep/build.properties)
# A snapshot comes before the version that it leads to.
linux_version=$(printf %s "$version" | sed 's/-SNAPSHOT/~snapshot/')
case $(uname -m) in
  x86_64) deb=amd64 rpm=x86_64 ;;
  aarch64) deb=arm64 rpm=aarch64 ;;
  *) deb=$(dpkg --print-architecture) rpm=$(uname -m) ;;
esac

rm -rf "$tree" "$work/deb" "$work/rpm"

# --- What all of them put into the system.
share=$tree/usr/share
mkdir -p "$tree/usr/bin" "$tree/usr/lib" "$share/doc/upkeep" "$share/man/man1" "$share/applications" "$share/metainfo" \
  "$share/bash-completion/completions" "$share/zsh/vendor-completions" \
  "$share/fish/vendor_completions.d"
cp -a "$image" "$tree/usr/lib/upkeep"
ln -s ../lib/upkeep/bin/upkeep "$tree/usr/bin/upkeep"
gzip -9n < target/man/upkeep.1 > "$share/man/man1/upkeep.1.gz"
# It is read, not run.
sed '1{/^#!/d}' target/completion/upkeep.bash > "$share/bash-completion/completions/upkeep"
cp target/completion/_upkeep "$share/zsh/vendor-completions/_upkeep"
cp target/completion/upkeep.fish "$share/fish/vendor_completions.d/upkeep.fish"
cp jpackage/linux/upkeep.desktop "$share/applications/"
sed "s/@VERSION@/$linux_version/; s/@DATE@/$date/" jpackage/linux/dev.upkeep.upkeep.metainfo.xml \
  > "$share/metainfo/dev.upkeep.upkeep.metainfo.xml"
for size in 16 24 32 48 64 128 256 512; do
  mkdir -p "$share/icons/hicolor/${size}x$size/apps"
  cp "assets/generated/app/upkeep-$size.png" "$share/icons/hicolor/${size}x$size/apps/upkeep.png"
done
mkdir -p "$share/icons/hicolor/scalable/apps"
cp assets/app/512.svg "$share/icons/hicolor/scalable/apps/upkeep.svg"
cp jpackage/linux/copyright "$share/doc/upkeep/copyright"
gzip -9n < CHANGELOG.md > "$share/doc/upkeep/NEWS.gz"
find "$tree" -type d -exec chmod 755 {} +
find "$share" -type f -exec chmod 644 {} +
find "$tree" -exec touch -h -d "$date" {} +
# As it was when training looked.
[ "$(stat -c %Y "$image/lib/app/upkeep.jar")" = "$(stat -c %Y "$tree/usr/lib/upkeep/lib/app/upkeep.jar")" ]

# --- .tar.gz: the image and its share/ in one folder, to be unpacked anywhere.
name=upkeep-$version
rm -rf "${work:?}/$name"
cp -a "$tree/usr/lib/upkeep" "$work/$name"
cp -a "$tree/usr/share" "$work/$name/"
cp jpackage/linux/README "$work/$name/README"
tar -C "$work" --sort=name --owner=0 --group=0 --numeric-owner -cf - "$name" |
  gzip -9n > "target/packages/upkeep-$version-linux-$deb.tar.gz"

# --- .deb
mkdir -p "$work/deb/DEBIAN" "$work/deb/usr/share/lintian/overrides"
cp -a "$tree/usr" "$work/deb/"
printf 'upkeep (%s) unstable; urgency=medium\n\n  * See NEWS.gz.\n\n -- %s  %s\n' \
  "$linux_version" "$maintainer" "$(date -u -d "$date" -R)" | gzip -9n > "$work/deb/usr/share/doc/upkeep/changelog.gz"
chmod 644 "$work/deb/usr/share/doc/upkeep/changelog.gz"
cp jpackage/linux/lintian-overrides "$work/deb/usr/share/lintian/overrides/upkeep"
chmod 644 "$work/deb/usr/share/lintian/overrides/upkeep"
size=$(du -sk --apparent-size "$work/deb/usr" | cut -f1)
sed "s/@VERSION@/$linux_version/; s/@ARCHITECTURE@/$deb/; s/@SIZE@/$size/; s|@MAINTAINER@|$maintainer|" jpackage/linux/control > "$work/deb/DEBIAN/control"
install -m 755 jpackage/linux/postrm "$work/deb/DEBIAN/postrm"
(cd "$work/deb" && find usr -type f -exec md5sum {} +) > "$work/deb/DEBIAN/md5sums"
chmod 644 "$work/deb/DEBIAN/control" "$work/deb/DEBIAN/md5sums"
find "$work/deb" -exec touch -h -d "$date" {} +
SOURCE_DATE_EPOCH=$(date -d "$date" +%s) dpkg-deb --root-owner-group -Zxz --build "$work/deb" \
  "target/packages/upkeep_${linux_version}_$deb.deb"

# --- .rpm: zsh looks elsewhere there.
mkdir -p "$work/rpm"
sed "s/@VERSION@/$linux_version/; s|@TREE@|$PWD/$tree|" jpackage/linux/upkeep.spec > "$work/rpm/upkeep.spec"
rpmbuild --quiet -bb --target "$rpm" --define "_topdir $PWD/$work/rpm" --define '_binary_payload w3T0.xzdio' \
  --define '_build_name_fmt %%{NAME}-%%{VERSION}-%%{RELEASE}.%%{ARCH}.rpm' "$work/rpm/upkeep.spec"
cp "$work/rpm/RPMS/"*.rpm target/packages/
rm -rf "$work/rpm/BUILDROOT" "${work:?}/$name"
