package dev.upkeep.testing.windows;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.nio.file.spi.FileSystemProvider;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The file system; [#path] leads into it.
public final class WindowsFiles extends FileSystem {
  /// The group that owns what is made at an elevated prompt.
  public static final GroupPrincipal ADMINISTRATORS = new Group("BUILTIN\\Administratoren");

  public static final GroupPrincipal SYSTEM = new Group("NT-AUTORITÄT\\SYSTEM");
  public static final GroupPrincipal EVERYONE = new Group("Jeder");

  private final FileSystem here = FileSystems.getDefault();
  private final WindowsProvider provider = new WindowsProvider(this);
  private final Map<String, UserPrincipal> accounts = new HashMap<>();
  private final Map<Path, Integer> held = new HashMap<>();
  private final Set<Path> reparsePoints = new HashSet<>();
  private final Map<Path, List<AclEntry>> lists = new HashMap<>();
  private UserPrincipal owner = ADMINISTRATORS;

  private record User(String name) implements UserPrincipal {
    @Override
    public String getName() {
      return name;
    }
  }

  private record Group(String name) implements GroupPrincipal {
    @Override
    public String getName() {
      return name;
    }
  }

  /// A place of the real file system, under Windows' rules.
  public Path path(Path real) {
    return new WindowsPath(this, real);
  }

  /// A user by all names that lead there.
  public UserPrincipal account(String... names) {
    UserPrincipal user = new User(names[0]);
    Arrays.stream(names).forEach(name -> accounts.put(name, user));
    return user;
  }

  public void ownedBy(UserPrincipal principal) {
    owner = principal;
  }

  /// Somebody has a file open, and lets go after so many tries of others to move or remove it.
  public void hold(Path file, int tries) {
    held.put(real(file), tries);
  }

  public void release(Path file) {
    held.remove(real(file));
  }

  /// The file of a socket, or anything else that only its own kind can open.
  public void reparsePoint(Path file) {
    reparsePoints.add(real(file));
  }

  public List<AclEntry> list(Path path) {
    return lists.getOrDefault(real(path), List.of());
  }

  public void list(Path path, List<AclEntry> entries) {
    lists.put(real(path), List.copyOf(entries));
  }

  UserPrincipal owner() {
    return owner;
  }

  static Path real(Path path) {
    return path instanceof WindowsPath ours ? ours.real() : path;
  }

  /// Refuses to give a file another name, or to remove it.
  void requireFree(Path path) throws FileSystemException {
    Path file = real(path);
    Integer tries = held.get(file);
    if (tries == null) {
      return;
    }
    if (tries <= 1) {
      held.remove(file);
    } else {
      held.put(file, tries - 1);
    }
    // Windows says the one of a file in whose place another one goes, and the other of what moves.
    throw tries % 2 == 0
        ? new AccessDeniedException(path.toString())
        : new FileSystemException(
            path.toString(), null, "The process cannot access the file because it is being used");
  }

  /// Refuses what would open a file that cannot be opened.
  void requireOpenable(Path path, LinkOption... options) throws FileSystemException {
    if (reparsePoints.contains(real(path))
        && !Arrays.asList(options).contains(LinkOption.NOFOLLOW_LINKS)) {
      throw new FileSystemException(
          path.toString(), null, "The file cannot be accessed by the system");
    }
  }

  @Override
  public FileSystemProvider provider() {
    return provider;
  }

  @Override
  public void close() {}

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public String getSeparator() {
    return here.getSeparator();
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    return List.of(path(Path.of("/")));
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return List.of();
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return Set.of("basic", "acl", "owner", "dos");
  }

  @Override
  public Path getPath(String first, String... more) {
    return path(here.getPath(first, more));
  }

  @Override
  public PathMatcher getPathMatcher(String syntaxAndPattern) {
    PathMatcher matcher = here.getPathMatcher(syntaxAndPattern);
    return path -> matcher.matches(real(path));
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    return new UserPrincipalLookupService() {
      @Override
      public UserPrincipal lookupPrincipalByName(String name) throws IOException {
        return Optional.ofNullable(accounts.get(name))
            .orElseThrow(() -> new UserPrincipalNotFoundException(name));
      }

      @Override
      public GroupPrincipal lookupPrincipalByGroupName(String group) throws IOException {
        throw new UserPrincipalNotFoundException(group);
      }
    };
  }

  @Override
  public WatchService newWatchService() {
    throw new UnsupportedOperationException();
  }
}
