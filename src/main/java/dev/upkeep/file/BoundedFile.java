package dev.upkeep.file;

import dev.upkeep.language.FilePhrase;
import dev.upkeep.language.Sentence;
import dev.upkeep.language.Told;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Reads small files that are somebody else's: regular ones, up to a size, and for no longer than
/// the caller wants to wait.
///
/// A file system of the network may hang for hours, and a virtual thread that hangs in a file call
/// holds one of the few threads that carry all of them. So each file is read on a platform thread
/// of its own; one that hangs is not begun twice, or a file that is asked for every five minutes
/// would cost a thread each time.
public final class BoundedFile {
  /// Static, because what it counts is the process's: its threads.
  private static final Map<Asked, CompletableFuture<byte[]>> UNDER_WAY = new ConcurrentHashMap<>();

  private static final BoundedFile OF_THE_SYSTEM = new BoundedFile(BoundedFile::wholeFile);

  private static final BoundedFile PERMISSIONS = new BoundedFile(BoundedFile::permissions);
  private static final int NOTHING_OF_IT = -1;
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final Reading reading;

  BoundedFile(Reading reading) {
    this.reading = reading;
  }

  /// What blocks; in tests, a file system that hangs.
  @FunctionalInterface
  interface Reading {
    byte[] read(Path file, int maxBytes) throws IOException;
  }

  /// The file is no regular one, or too large. The reason completes "The file …".
  public static final class UnfitFileException extends TroubledFileException {
    private static final long serialVersionUID = 1L;

    private UnfitFileException(Path file, Sentence reason) {
      super(file, reason);
    }
  }

  /// A file with a reason that completes "The file …".
  public static class TroubledFileException extends FileSystemException implements Told {
    private static final long serialVersionUID = 1L;

    private final transient Sentence reason;

    private TroubledFileException(Path file, Sentence reason) {
      super(file.toString(), null, reason.english());
      this.reason = reason;
    }

    @Override
    public Sentence told() {
      return reason;
    }
  }

  private record Asked(Path file, int maxBytes) {}

  /// The whole file.
  ///
  /// @param maxBytes how large it may be
  /// @param patience how long it may take
  /// @throws NoSuchFileException if there is none
  /// @throws UnfitFileException if it is no regular file, or larger
  /// @throws FileSystemException if it does not answer in time, with a reason that completes "The
  ///   file …"
  /// @throws IOException if it cannot be read
  public static byte[] read(Path file, int maxBytes, Duration patience) throws IOException {
    return OF_THE_SYSTEM.readWithin(file, maxBytes, patience);
  }

  /// Whether others than its owner may read or write it; false where the system does not tell.
  ///
  /// @throws IOException if there is no such file, or it does not answer in time
  public static boolean isOpenToOthers(Path file, Duration patience) throws IOException {
    return PERMISSIONS.readWithin(file, NOTHING_OF_IT, patience).length > 0;
  }

  byte[] readWithin(Path file, int maxBytes, Duration patience) throws IOException {
    Asked asked = new Asked(file, maxBytes);
    CompletableFuture<byte[]> fresh = new CompletableFuture<>();
    CompletableFuture<byte[]> known = UNDER_WAY.putIfAbsent(asked, fresh);
    if (known == null) {
      Thread.ofPlatform().daemon().name("file").start(() -> carryOut(asked, fresh));
    }
    try {
      return (known == null ? fresh : known).get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw trouble(file, FilePhrase.NOT_IN_TIME.with());
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException told ? told : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw trouble(file, FilePhrase.NOT_WAITED.with());
    }
  }

  private void carryOut(Asked asked, CompletableFuture<byte[]> result) {
    try {
      byte[] bytes = reading.read(asked.file(), asked.maxBytes());
      UNDER_WAY.remove(asked, result);
      result.complete(bytes);
    } catch (IOException | RuntimeException e) {
      UNDER_WAY.remove(asked, result);
      result.completeExceptionally(e);
    }
  }

  private static byte[] wholeFile(Path file, int maxBytes) throws IOException {
    // A device or a pipe may never end, or never begin.
    if (!Files.isRegularFile(file)) {
      throw Files.exists(file)
          ? new UnfitFileException(file, FilePhrase.NOT_REGULAR.with())
          : new NoSuchFileException(file.toString());
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) {
        throw new UnfitFileException(file, FilePhrase.TOO_LARGE.with(maxBytes / 1024));
      }
      return bytes;
    }
  }

  /// A byte if it is open to others, and none if it is not.
  private static byte[] permissions(Path file, int nothingOfIt) throws IOException {
    try {
      Set<PosixFilePermission> all = EnumSet.noneOf(PosixFilePermission.class);
      all.addAll(Files.getPosixFilePermissions(file));
      all.retainAll(OTHERS);
      return new byte[all.isEmpty() ? 0 : 1];
    } catch (UnsupportedOperationException notHere) {
      return new byte[0];
    }
  }

  private static FileSystemException trouble(Path file, Sentence reason) {
    return new TroubledFileException(file, reason);
  }
}
