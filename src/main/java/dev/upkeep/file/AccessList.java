package dev.upkeep.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who may use a folder on Windows: its user, and whom Windows itself lets into everything of that
/// user, which are the system and the administrators. Without those no backup reads it, and no
/// administrator can help.
///
/// Never the owner of a folder: what is made at an elevated prompt belongs to the administrators as
/// a group, to whom the same user does not belong at an ordinary one.
final class AccessList {
  private final Path profile;
  private final List<String> accounts;

  /// The access lists of a user.
  ///
  /// @param profile the user's own folder, where everything inherits what is right
  /// @param accounts names that the user may go by, the surest first
  AccessList(Path profile, List<String> accounts) {
    this.profile = profile;
    this.accounts = accounts;
  }

  /// Of the user of this process, for the file system of a path.
  static AccessList ofThisUser(Path path) {
    String user = System.getProperty("user.name", "");
    // Of a computer that is called like its user, the name alone means the computer.
    Stream<String> domain =
        Optional.ofNullable(System.getenv("USERDOMAIN")).map(name -> name + "\\" + user).stream();
    return new AccessList(
        path.getFileSystem().getPath(System.getProperty("user.home", "")),
        Stream.concat(domain, Stream.of(user)).toList());
  }

  /// Closes a folder to everybody else, with what will be in it. One in the user's own folder is
  /// closed already, and stays as it is.
  void close(Path folder) throws IOException {
    AclFileAttributeView view = view(folder);
    Optional<UserPrincipal> user = user(folder);
    // Nobody known is no reason to lock everybody out.
    if (view == null || isInProfile(folder) || user.isEmpty()) {
      return;
    }
    try {
      view.setAcl(trusted(user.get()).stream().map(AccessList::everything).toList());
    } catch (IOException e) {
      throw new IOException(
          folder
              + " cannot be closed to others. Set UPKEEP_HOME to a folder on a disk that can, as"
              + " those of Windows' own format (NTFS) can.",
          e);
    }
  }

  /// Whether nobody else may use a folder.
  boolean isClosed(Path folder) throws IOException {
    AclFileAttributeView view = view(folder);
    Optional<UserPrincipal> user = user(folder);
    return view == null
        || isInProfile(folder)
        || user.isEmpty()
        || view.getAcl().stream()
            .filter(entry -> entry.type() == AclEntryType.ALLOW)
            .allMatch(entry -> trusted(user.get()).contains(entry.principal()));
  }

  private boolean isInProfile(Path folder) {
    return folder.toAbsolutePath().normalize().startsWith(profile.toAbsolutePath().normalize());
  }

  private Set<UserPrincipal> trusted(UserPrincipal user) {
    Set<UserPrincipal> trusted = new LinkedHashSet<>();
    trusted.add(user);
    try {
      AclFileAttributeView own = view(profile);
      if (own != null) {
        own.getAcl().stream()
            .filter(entry -> entry.type() == AclEntryType.ALLOW)
            .filter(entry -> entry.permissions().contains(AclEntryPermission.WRITE_ACL))
            .forEach(entry -> trusted.add(entry.principal()));
      }
    } catch (IOException unreadable) {
      // Then the user alone.
    }
    return trusted;
  }

  private Optional<UserPrincipal> user(Path folder) {
    UserPrincipalLookupService lookup = folder.getFileSystem().getUserPrincipalLookupService();
    for (String account : accounts) {
      try {
        return Optional.of(lookup.lookupPrincipalByName(account));
      } catch (IOException notThatName) {
        // The next one, then.
      }
    }
    return Optional.empty();
  }

  private static @Nullable AclFileAttributeView view(Path folder) {
    return Files.getFileAttributeView(folder, AclFileAttributeView.class);
  }

  private static AclEntry everything(UserPrincipal principal) {
    return AclEntry.newBuilder()
        .setType(AclEntryType.ALLOW)
        .setPrincipal(principal)
        .setPermissions(EnumSet.allOf(AclEntryPermission.class))
        .setFlags(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT)
        .build();
  }
}
