package dev.upkeep.desktop;

import dev.upkeep.file.Moves;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// A small text file that the system reads and that others may have written, in UTF-8. Every
/// exception is a sentence that names the file.
public record EntryFile(Path path) {
  /// Longer ones are cut: nobody writes such an entry.
  private static final int MOST_BYTES = 64 * 1024;

  /// What is in it, with anything that is not UTF-8 replaced; empty if there is none. What is no
  /// regular file, such as a link to `/dev/null`, reads as an empty text.
  public Optional<String> read() throws IOException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      return Optional.of("");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return Optional.of(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw problem("read", e);
    }
  }

  /// Replaces it at once, so that nobody ever reads half of it, and creates its folder.
  public void write(String text) throws IOException {
    try {
      Path folder = Objects.requireNonNull(path.getParent());
      Files.createDirectories(folder);
      // Its name must not look like an entry to a system that reads the folder meanwhile.
      Path draft = Files.createTempFile(folder, ".upkeep-", ".new");
      try {
        Files.writeString(draft, text);
        Moves.replace(draft, path);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw problem("written", e);
    }
  }

  /// Removes it, if it is there.
  public void delete() throws IOException {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw problem("removed", e);
    }
  }

  private IOException problem(String done, IOException e) {
    return new IOException(
        String.format(Locale.ROOT, "%s cannot be %s: %s.", path, done, reason(e)), e);
  }

  /// Java's messages are often the path alone.
  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "permission denied";
      case FileSystemException f when f.getReason() != null -> String.valueOf(f.getReason());
      default -> e.getClass().getSimpleName();
    };
  }
}
