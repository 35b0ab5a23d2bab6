package dev.upkeep.control.instance;

import dev.upkeep.file.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;

/// The file of a socket. On Windows it is a reparse point that nobody can open as a file: whoever
/// asks for more than its name must not follow it, and its rights are those of its folder.
///
/// @param path where it is
public record SocketFile(Path path) {
  /// Lets its owner alone connect.
  public void restrict() throws IOException {
    OwnerOnly.restrict(path);
  }

  public boolean exists() {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /// Tells it from another one of the same name; empty where the system has no such number.
  public Optional<Object> inode() throws IOException {
    return Optional.ofNullable(
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey());
  }

  /// Whom those who connect are compared with.
  public UserPrincipal owner() throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    return Files.getOwner(OwnerOnly.isPosix(path) || folder == null ? path : folder);
  }

  /// Removes it, whoever has left it.
  public void delete() throws IOException {
    Files.deleteIfExists(path);
  }
}
