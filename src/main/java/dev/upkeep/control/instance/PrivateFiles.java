package dev.upkeep.control.instance;

import dev.upkeep.file.OwnerOnly;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;

/// Files and folders that only their owner can use, some of them where everybody may make some.
final class PrivateFiles {
  private PrivateFiles() {}

  /// Creates a file, or takes the one there is, and closes it to others.
  static void file(Path file) throws IOException {
    try {
      OwnerOnly.newFile(file);
    } catch (FileAlreadyExistsException sameToUs) {
      // It gets the same permissions.
    }
    OwnerOnly.restrict(file);
  }

  /// Creates a folder where everybody may create some, or takes the one there is if it is ours.
  /// What is there already is never changed: somebody else may have laid it out.
  static void sharedFolder(Path folder, UserPrincipal owner) throws IOException {
    try {
      OwnerOnly.newFolder(folder);
    } catch (FileAlreadyExistsException perhapsOurs) {
      // Verified below, as the new one is: the mask of this process may have taken bits away.
    }
    verify(folder, owner);
  }

  /// Sees that a folder is real, ours, and closed to others. Whose it is counts only where that is
  /// one person: on Windows what the same user has made may belong to a group.
  ///
  /// @throws IOException if not, as a sentence
  static void verify(Path folder, UserPrincipal owner) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(folder + " is not a folder. Remove it, since Upkeep needs that name.");
    }
    if (OwnerOnly.isPosix(folder)
        && !Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
      throw new IOException(folder + " belongs to somebody else, so Upkeep does not use it.");
    }
    if (!OwnerOnly.isClosed(folder)) {
      throw new IOException(folder + " is open to others, so Upkeep does not use it.");
    }
  }
}
