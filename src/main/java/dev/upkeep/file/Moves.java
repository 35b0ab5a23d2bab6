package dev.upkeep.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Gives files other names. On Windows that is refused while anybody has the file, or the one in
/// whose place it goes, open: a scanner that looks into what was just written, or a reader. They
/// soon let go, so it is tried again for about a second. Where there are POSIX permissions a
/// refusal is one.
public final class Moves {
  private static final int TRIES = 20;
  private static final long PAUSE_MILLIS = 50;

  private Moves() {}

  /// What passes between two tries; in tests, nothing but what the test does.
  @FunctionalInterface
  interface Pause {
    void rest() throws InterruptedException;
  }

  /// Puts a file in the place of another one, at once.
  ///
  /// @throws IOException if that is not possible; both are as they were then
  public static void replace(Path from, Path to) throws IOException {
    replace(from, to, () -> Thread.sleep(PAUSE_MILLIS));
  }

  /// Gives a file another name, which is free.
  ///
  /// @throws java.nio.file.FileAlreadyExistsException if it is not
  public static void rename(Path from, Path to) throws IOException {
    move(from, to, () -> Thread.sleep(PAUSE_MILLIS));
  }

  static void replace(Path from, Path to, Pause pause) throws IOException {
    move(from, to, pause, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void move(Path from, Path to, Pause pause, CopyOption... options)
      throws IOException {
    for (int tried = 1; ; tried++) {
      try {
        Files.move(from, to, options);
        return;
      } catch (AtomicMoveNotSupportedException never) {
        throw never;
      } catch (FileSystemException e) {
        if (tried == TRIES || OwnerOnly.isPosix(from) || !mayPass(e)) {
          throw e;
        }
        rest(pause, e);
      }
    }
  }

  /// Windows says "access denied" of what is open, or that it is used by another process, for which
  /// Java has no class of its own.
  private static boolean mayPass(FileSystemException e) {
    return e instanceof AccessDeniedException || e.getClass() == FileSystemException.class;
  }

  private static void rest(Pause pause, FileSystemException e) throws IOException {
    try {
      pause.rest();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw e;
    }
  }
}
