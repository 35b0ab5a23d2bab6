# Part of ../image.sh, for Linux: target/image/upkeep, with bin/ and lib/ and, for a package, share/.
# shellcheck shell=sh disable=SC2154 # of ../image.sh
image=target/image/upkeep
mkdir -p "$image/bin" "$image/lib/options" "$image/lib/cache"
cp -R "$work/app" "$work/native" "$work/runtime" "$image/lib/"
cp jpackage/options/*.options "$image/lib/options/"
install -m 755 jpackage/linux/upkeep.sh "$image/bin/upkeep"
ln -s upkeep "$image/bin/Upkeep"
# By this name a list of processes shows it. Training still asks for the other one.
cp "$image/lib/runtime/bin/java" "$image/lib/runtime/bin/upkeep"
find "$image/lib" -type f -exec chmod 644 {} +
chmod 755 "$image"/lib/runtime/bin/* "$image/lib/runtime/lib/jspawnhelper"
find "$image/lib" \( -name '*.so' -o -path '*/bin/upkeep' -o -name jspawnhelper \) -exec strip --strip-unneeded {} +
age "$image"

sh jpackage/train.sh "$image/lib/cache" "$image/bin/upkeep" "$image/bin/upkeep" "$image/bin/upkeep"
rm -f "$image/lib/runtime/bin/java"
age "$image"
