package dev.upkeep.definitions;

import dev.upkeep.json.JsonException;
import dev.upkeep.language.DefinitionsPhrase;
import dev.upkeep.language.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Gets the text of a file that anybody may have put there.
final class FileText {
  /// No character that the JSON may have takes more bytes for each UTF-16 unit.
  private static final int MAX_BYTES = 3 * DefinitionsText.MAX_CHARS;

  private FileText() {}

  /// The whole text.
  ///
  /// @throws JsonException if it is far too long
  /// @throws CharacterCodingException if it is no UTF-8
  /// @throws IOException if there is no such file, or it cannot be read
  static String read(Path path) throws IOException, JsonException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new FileSystemException(path.toString(), null, "it is not a file");
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(path)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    }
    if (bytes.length > MAX_BYTES) {
      throw new JsonException("it is far too long");
    }
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  /// What went wrong, to end a sentence with.
  static Sentence reason(Exception e) {
    return switch (e) {
      case CharacterCodingException _ -> DefinitionsPhrase.NO_TEXT.with();
      case AccessDeniedException _ -> DefinitionsPhrase.NO_ACCESS.with();
      case FileSystemException failed when failed.getReason() != null ->
          Sentence.verbatim(failed.getReason());
      default ->
          Sentence.verbatim(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    };
  }
}
