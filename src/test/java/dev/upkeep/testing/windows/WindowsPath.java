package dev.upkeep.testing.windows;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.jspecify.annotations.Nullable;

/// A path that leads to [WindowsFiles]. No record: what a program does with records is not meant.
final class WindowsPath implements Path {
  private final WindowsFiles files;
  private final Path real;

  /// The path of a place.
  ///
  /// @param real where it is in truth
  WindowsPath(WindowsFiles files, Path real) {
    this.files = files;
    this.real = real;
  }

  Path real() {
    return real;
  }

  private Path of(Path path) {
    return new WindowsPath(files, path);
  }

  private @Nullable Path orNone(@Nullable Path path) {
    return path == null ? null : of(path);
  }

  @Override
  public FileSystem getFileSystem() {
    return files;
  }

  @Override
  public boolean isAbsolute() {
    return real.isAbsolute();
  }

  @Override
  public @Nullable Path getRoot() {
    return orNone(real.getRoot());
  }

  @Override
  public @Nullable Path getFileName() {
    return orNone(real.getFileName());
  }

  @Override
  public @Nullable Path getParent() {
    return orNone(real.getParent());
  }

  @Override
  public int getNameCount() {
    return real.getNameCount();
  }

  @Override
  public Path getName(int index) {
    return of(real.getName(index));
  }

  @Override
  public Path subpath(int beginIndex, int endIndex) {
    return of(real.subpath(beginIndex, endIndex));
  }

  @Override
  public boolean startsWith(Path other) {
    return real.startsWith(WindowsFiles.real(other));
  }

  @Override
  public boolean endsWith(Path other) {
    return real.endsWith(WindowsFiles.real(other));
  }

  @Override
  public Path normalize() {
    return of(real.normalize());
  }

  @Override
  public Path resolve(Path other) {
    return of(real.resolve(WindowsFiles.real(other)));
  }

  @Override
  public Path relativize(Path other) {
    return of(real.relativize(WindowsFiles.real(other)));
  }

  @Override
  public URI toUri() {
    return real.toUri();
  }

  @Override
  public Path toAbsolutePath() {
    return of(real.toAbsolutePath());
  }

  @Override
  public Path toRealPath(LinkOption... options) throws IOException {
    return of(real.toRealPath(options));
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int compareTo(Path other) {
    return real.compareTo(WindowsFiles.real(other));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WindowsPath path && real.equals(path.real);
  }

  @Override
  public int hashCode() {
    return real.hashCode();
  }

  @Override
  public String toString() {
    return real.toString();
  }
}
