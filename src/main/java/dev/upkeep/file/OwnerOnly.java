package dev.upkeep.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What files and folders are created with, so that they are never anybody else's to read, not for
/// a moment. On Windows they inherit the access list of the folder they are in, and a folder that
/// is made where anybody may be gets one; see [AccessList].
public final class OwnerOnly {
  private static final int DEEPEST = 12;
  private static final Set<PosixFilePermission> OTHERS =
      PosixFilePermissions.fromString("---rwxrwx");
  private static final Set<PosixFilePermission> WRITING =
      PosixFilePermissions.fromString("----w--w-");

  private OwnerOnly() {}

  /// The folder a file is in, created with those above it where it is missing. One that is there
  /// stays as it is.
  ///
  /// @throws IOException if it cannot be created, or the path is a root folder and no file
  public static Path folderOf(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("a root folder is no file");
    }
    return folder(folder);
  }

  /// A folder, created with those above it where it is missing. One that is there stays as it is.
  public static Path folder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, attributes(folder, "rwx------"));
      closeByList(folder);
    }
    return folder;
  }

  /// One folder more, for this user alone. Those above it are there.
  ///
  /// @throws java.nio.file.FileAlreadyExistsException if there is something already
  public static void newFolder(Path folder) throws IOException {
    Files.createDirectory(folder, attributes(folder, "rwx------"));
    closeByList(folder);
  }

  private static void closeByList(Path folder) throws IOException {
    if (!isPosix(folder)) {
      AccessList.ofThisUser(folder).close(folder);
    }
  }

  /// Creates an empty file for this user alone.
  ///
  /// @throws java.nio.file.FileAlreadyExistsException if there is one already
  public static void newFile(Path file) throws IOException {
    Files.createFile(file, file(file));
  }

  /// Gives a file that is there to its owner alone. Where there are no permissions, its folder's
  /// access list holds.
  public static void restrict(Path file) throws IOException {
    allow(file, "rw-------");
  }

  /// Lets everybody read a file that is there, and its owner write it.
  public static void letAllRead(Path file) throws IOException {
    allow(file, "rw-r--r--");
  }

  private static void allow(Path file, String permissions) throws IOException {
    if (isPosix(file)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
  }

  /// Whether nobody but this user may look into a folder, whoever it belongs to.
  public static boolean isClosed(Path folder) throws IOException {
    return isPosix(folder)
        ? Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS)
            .equals(PosixFilePermissions.fromString("rwx------"))
        : AccessList.ofThisUser(folder).isClosed(folder);
  }

  /// Takes from others what they may do with anything in a folder, at any depth. Libraries that
  /// write there know nothing of us. Links are left alone; what cannot be closed stays.
  public static void closeBelow(Path folder) {
    if (!isPosix(folder) || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> below = Files.walk(folder, DEEPEST)) {
      below.forEach(OwnerOnly::close);
    } catch (IOException | UncheckedIOException unreadable) {
      // Then nobody can look into it either.
    }
  }

  /// Takes from others what they may do with this file or folder.
  public static void close(Path path) {
    try {
      PosixFileAttributes attributes =
          Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      Set<PosixFilePermission> own = EnumSet.noneOf(PosixFilePermission.class);
      own.addAll(attributes.permissions());
      if (!attributes.isSymbolicLink() && own.removeAll(OTHERS)) {
        Files.setPosixFilePermissions(path, own);
      }
    } catch (IOException | UnsupportedOperationException goneOrForeign) {
      // It need not be there any more.
    }
  }

  /// Why this process had better not write into a folder, as a sentence: it is somebody else's,
  /// whom that would lock out, or others may change what is in it. Empty if it may, or there is
  /// none.
  public static Optional<String> problem(Path folder) {
    if (!isPosix(folder) || !Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try {
      PosixFileAttributes attributes = Files.readAttributes(folder, PosixFileAttributes.class);
      Optional<UserPrincipal> us = us();
      if (us.isPresent() && !us.get().equals(attributes.owner())) {
        return Optional.of(
            folder
                + " belongs to "
                + attributes.owner().getName()
                + ", whom Upkeep would lock out of it. Run it as that user, or set UPKEEP_HOME.");
      }
      return Collections.disjoint(attributes.permissions(), WRITING)
          ? Optional.empty()
          : Optional.of(
              "Others may write into "
                  + folder
                  + ", so Upkeep does not use it. Close it with chmod go-w, or set UPKEEP_HOME.");
    } catch (IOException unreadable) {
      return Optional.empty(); // whoever opens a file there says why not
    }
  }

  /// Whom the files of this process belong to, as far as the system tells.
  private static Optional<UserPrincipal> us() {
    try {
      return Optional.of(Files.getOwner(Path.of("/proc/self")));
    } catch (IOException notLinux) {
      try {
        return Optional.of(
            FileSystems.getDefault()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(System.getProperty("user.name", "")));
      } catch (IOException | UnsupportedOperationException unknown) {
        return Optional.empty();
      }
    }
  }

  /// Whether there are modes and owners as on a Unix.
  public static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /// For creating a file at this place.
  public static FileAttribute<?>[] file(Path file) {
    return attributes(file, "rw-------");
  }

  private static FileAttribute<?>[] attributes(Path path, String permissions) {
    return isPosix(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
