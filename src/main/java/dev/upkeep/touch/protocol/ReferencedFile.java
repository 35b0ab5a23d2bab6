package dev.upkeep.touch.protocol;

import dev.upkeep.file.BoundedFile;
import dev.upkeep.language.Sentence;
import dev.upkeep.language.TlsPhrase;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.conversation.Deadline;
import dev.upkeep.touch.conversation.TouchFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Reads what `file:/path` or `env:NAME` leads to, anew for each touch: it is renewed behind our
/// back, and kept nowhere else.
final class ReferencedFile {
  static final int MAX_BYTES = 64 * 1024;
  static final String FILE = "file:";

  private static final String ENV = "env:";

  private final Deadline limit;
  private final UnaryOperator<@Nullable String> environment;

  /// Reads until then.
  ReferencedFile(Deadline limit, UnaryOperator<@Nullable String> environment) {
    this.limit = limit;
    this.environment = environment;
  }

  /// A text without the end of its last line, as editors leave one.
  String text(String reference) throws TouchFailure {
    return new String(read(reference), StandardCharsets.UTF_8).replaceFirst("\r?\n$", "");
  }

  /// @throws TouchFailure if there is nothing that can be read
  byte[] read(String reference) throws TouchFailure {
    if (reference.startsWith(ENV)) {
      String value = environment.apply(reference.substring(ENV.length()));
      if (value == null || value.isEmpty()) {
        throw missing(TlsPhrase.NO_VARIABLE.with(reference.substring(ENV.length())));
      }
      return value.getBytes(StandardCharsets.UTF_8);
    }
    String name = reference.substring(reference.startsWith(FILE) ? FILE.length() : 0);
    try {
      return BoundedFile.read(Path.of(name), MAX_BYTES, limit.remaining());
    } catch (NoSuchFileException e) {
      throw missing(TlsPhrase.NO_FILE.with(name)).causedBy(e);
    } catch (BoundedFile.UnfitFileException e) {
      throw missing(TlsPhrase.UNFIT_FILE.with(name, e.told())).causedBy(e);
    } catch (IOException | InvalidPathException e) {
      throw missing(TlsPhrase.UNREADABLE_FILE.with(name)).causedBy(e);
    }
  }

  private static TouchFailure missing(Sentence why) {
    return TouchFailure.lasting(FailureKind.SECRET, why, TlsPhrase.SHOWN_ADVICE.with());
  }
}
