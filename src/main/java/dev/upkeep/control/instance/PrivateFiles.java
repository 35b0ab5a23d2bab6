package dev.upkeep.control.instance;

import dev.upkeep.file.OwnerOnly;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Files and folders that only their owner can use: modes 0600 and 0700, or on Windows an access
/// list with the owner alone.
public final class PrivateFiles {
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  private PrivateFiles() {}

  static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /// Creates a folder where it is missing, with those above it, closed to others. One that is there
  /// keeps its mode, since its owner has chosen it.
  static void folder(Path folder) throws IOException {
    if (posix(folder)) {
      OwnerOnly.folder(folder);
    } else {
      Files.createDirectories(folder);
      restrict(folder);
    }
  }

  /// Creates a file, or takes the one there is, and closes it to others.
  static void file(Path file) throws IOException {
    try {
      if (posix(file)) {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(FILE));
      } else {
        Files.createFile(file);
      }
    } catch (FileAlreadyExistsException sameToUs) {
      // It gets the same permissions.
    }
    restrict(file);
  }

  /// Closes what is there to everybody but its owner.
  public static void restrict(Path path) throws IOException {
    boolean isFolder = Files.isDirectory(path);
    if (posix(path)) {
      Files.setPosixFilePermissions(path, isFolder ? FOLDER : FILE);
      return;
    }
    AclFileAttributeView view = Files.getFileAttributeView(path, AclFileAttributeView.class);
    if (view != null) {
      AclEntry.Builder owner =
          AclEntry.newBuilder()
              .setType(AclEntryType.ALLOW)
              .setPrincipal(view.getOwner())
              .setPermissions(EnumSet.allOf(AclEntryPermission.class));
      if (isFolder) {
        owner.setFlags(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT);
      }
      view.setAcl(List.of(owner.build()));
    }
  }

  /// Creates a folder where everybody may create some, or takes the one there is if it is ours.
  /// What is there already is never changed: somebody else may have laid it out.
  static void sharedFolder(Path folder, UserPrincipal owner) throws IOException {
    try {
      if (posix(folder)) {
        Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(FOLDER));
      } else {
        Files.createDirectory(folder);
        restrict(folder);
      }
    } catch (FileAlreadyExistsException perhapsOurs) {
      // Verified below, as the new one is: the mask of this process may have taken bits away.
    }
    verify(folder, owner);
  }

  /// Sees that a folder is real, the owner's, and closed to others.
  ///
  /// @throws IOException if not, as a sentence
  static void verify(Path folder, UserPrincipal owner) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(folder + " is not a folder. Remove it, since Upkeep needs that name.");
    }
    if (!Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
      throw new IOException(folder + " belongs to somebody else, so Upkeep does not use it.");
    }
    if (posix(folder)) {
      Set<PosixFilePermission> permissions =
          Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
              .permissions();
      if (!permissions.equals(FOLDER)) {
        throw new IOException(folder + " is open to others, so Upkeep does not use it.");
      }
    }
  }
}
