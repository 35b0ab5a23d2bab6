/// The Secret Service of a Linux desktop: gnome-keyring, KeePassXC, KWallet and whoever else keeps
/// secrets on the session bus. What each does in its own way is told by the class that meets it. It
/// asks a person for nothing unless it is told to; what it knows of an entry is its two attributes.
@NullMarked
package dev.upkeep.desktop.linux.secrets;

import org.jspecify.annotations.NullMarked;
