package dev.upkeep.testing.windows;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Does what is asked of [WindowsFiles], or refuses it as Windows would.
final class WindowsProvider extends FileSystemProvider {
  private final FileSystemProvider here = FileSystems.getDefault().provider();
  private final WindowsFiles files;

  WindowsProvider(WindowsFiles files) {
    this.files = files;
  }

  private static void requireNoModes(FileAttribute<?>... attributes) {
    for (FileAttribute<?> attribute : attributes) {
      if (attribute.name().startsWith("posix:") || attribute.name().startsWith("unix:")) {
        throw new UnsupportedOperationException(attribute.name() + " is not supported here");
      }
    }
  }

  @Override
  public String getScheme() {
    return "windows-rules";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    return files;
  }

  @Override
  public Path getPath(URI uri) {
    return files.path(Path.of(uri));
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attrs) throws IOException {
    requireNoModes(attrs);
    files.requireOpenable(path);
    return here.newByteChannel(WindowsFiles.real(path), options, attrs);
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attrs) throws IOException {
    requireNoModes(attrs);
    files.requireOpenable(path);
    return here.newFileChannel(WindowsFiles.real(path), options, attrs);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path dir, DirectoryStream.Filter<? super Path> filter) throws IOException {
    DirectoryStream<Path> stream =
        here.newDirectoryStream(WindowsFiles.real(dir), entry -> filter.accept(files.path(entry)));
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        Iterator<Path> entries = stream.iterator();
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            return entries.hasNext();
          }

          @Override
          public Path next() {
            return files.path(entries.next());
          }
        };
      }

      @Override
      public void close() throws IOException {
        stream.close();
      }
    };
  }

  @Override
  public void createDirectory(Path dir, FileAttribute<?>... attrs) throws IOException {
    requireNoModes(attrs);
    here.createDirectory(WindowsFiles.real(dir), attrs);
  }

  @Override
  public void delete(Path path) throws IOException {
    files.requireFree(path);
    here.delete(WindowsFiles.real(path));
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    here.copy(WindowsFiles.real(source), WindowsFiles.real(target), options);
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    files.requireFree(source);
    files.requireFree(target);
    here.move(WindowsFiles.real(source), WindowsFiles.real(target), options);
  }

  @Override
  public boolean isSameFile(Path path, Path path2) throws IOException {
    return here.isSameFile(WindowsFiles.real(path), WindowsFiles.real(path2));
  }

  @Override
  public boolean isHidden(Path path) throws IOException {
    return here.isHidden(WindowsFiles.real(path));
  }

  @Override
  public FileStore getFileStore(Path path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    files.requireOpenable(path);
    here.checkAccess(WindowsFiles.real(path), modes);
  }

  @Override
  public <V extends FileAttributeView> @Nullable V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    if (type == PosixFileAttributeView.class) {
      return null;
    }
    if (type == AclFileAttributeView.class || type == FileOwnerAttributeView.class) {
      return type.cast(new AccessView(files, path, options));
    }
    return here.getFileAttributeView(WindowsFiles.real(path), type, options);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    if (type == PosixFileAttributes.class) {
      throw new UnsupportedOperationException("posix is not supported here");
    }
    files.requireOpenable(path, options);
    return here.readAttributes(WindowsFiles.real(path), type, options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    if (attributes.startsWith("unix:") || attributes.startsWith("posix:")) {
      throw new UnsupportedOperationException(attributes + " is not supported here");
    }
    files.requireOpenable(path, options);
    return here.readAttributes(WindowsFiles.real(path), attributes, options);
  }

  @Override
  public void setAttribute(Path path, String attribute, Object value, LinkOption... options) {
    throw new UnsupportedOperationException(attribute + " is not supported here");
  }

  @SuppressWarnings("ArrayRecordComponent") // views are never compared
  private record AccessView(WindowsFiles files, Path path, LinkOption[] options)
      implements AclFileAttributeView {
    @Override
    public String name() {
      return "acl";
    }

    @Override
    public List<AclEntry> getAcl() throws IOException {
      files.requireOpenable(path, options);
      return files.list(path);
    }

    @Override
    public void setAcl(List<AclEntry> acl) throws IOException {
      files.requireOpenable(path, options);
      if (!Files.exists(path)) {
        throw new IOException(path + " is not there");
      }
      files.list(path, acl);
    }

    @Override
    public UserPrincipal getOwner() throws IOException {
      files.requireOpenable(path, options);
      return files.owner();
    }

    @Override
    public void setOwner(UserPrincipal owner) {
      throw new UnsupportedOperationException();
    }
  }
}
