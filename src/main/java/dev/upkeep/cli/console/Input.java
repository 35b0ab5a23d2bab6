package dev.upkeep.cli.console;

import dev.upkeep.words.Screen;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;

/// Text that does not belong in the arguments, where everybody on the computer could read it: from
/// standard input, or typed without being shown.
public final class Input {
  /// More than any connection text or export, and little enough to hold.
  static final int MAX_BYTES = 4 * 1024 * 1024;

  private Input() {}

  /// A connection text of several lines.
  ///
  /// @param what what to ask a person for
  /// @param complete whether a text leaves nothing open
  public static String text(Console console, String what, Predicate<String> complete)
      throws UsageException {
    if (!console.terminal().interactive()) {
      return standardInput(console);
    }
    console.note("Paste " + what + ", then an empty line. What you type is not shown.");
    StringBuilder text = new StringBuilder();
    boolean emptyBefore = false;
    Optional<String> line = console.terminal().readHidden();
    while (line.isPresent()) {
      // Not every empty line ends a paste; what is left of one would go to the shell.
      boolean empty = line.get().isBlank();
      if (empty
          && !console.terminal().wasWaiting()
          && (emptyBefore || complete.test(text.toString()))) {
        break;
      }
      emptyBefore = empty;
      text.append(line.get()).append('\n');
      line = console.terminal().readHidden();
    }
    return text.toString();
  }

  /// A text of one line when it is typed, of any form when it is not; never empty.
  ///
  /// @param what what to ask a person for
  public static String secret(Console console, String what) throws UsageException {
    String text;
    if (console.terminal().interactive()) {
      console.note("Type or paste " + what + ". It is not shown.");
      text = console.terminal().readHidden().orElse("");
    } else {
      text = standardInput(console).replaceFirst("\\R\\z", "");
    }
    if (text.isEmpty()) {
      throw new UsageException("Nothing was given for " + what + ".");
    }
    return text;
  }

  /// One line that anybody may see.
  public static String line(Console console, String question) {
    return answer(console, question).orElse("").strip();
  }

  /// One line that anybody may see; empty at the end of input.
  public static Optional<String> answer(Console console, String question) {
    console.err().print(Screen.clean(question) + " ");
    console.err().flush();
    return console.terminal().readLine();
  }

  /// Whether a person who can be asked says yes.
  public static boolean confirmed(Console console, String question) {
    String answer = line(console, question + " [y/N]");
    return answer.equalsIgnoreCase("y") || answer.equalsIgnoreCase("yes");
  }

  /// Everything there is.
  ///
  /// @throws UsageException if it cannot be read, or a person would type it for all to see
  public static String standardInput(Console console) throws UsageException {
    if (console.terminal().showsTyping()) {
      throw new UsageException(
          "What you type would be shown, since standard output is not a terminal. Pass the text"
              + " through a pipe or from a file, or do not redirect the output. In Git Bash, put"
              + " winpty before the command, or use cmd or PowerShell.");
    }
    try {
      byte[] bytes = console.in().readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new UsageException("Standard input is longer than 4 MiB.");
      }
      return utf8(bytes, "Standard input");
    } catch (IOException e) {
      throw new UsageException("Standard input could not be read.");
    }
  }

  /// The text that bytes are in UTF-8.
  ///
  /// @param what they are, as the beginning of a sentence
  /// @throws UsageException if they are something else: a password would become another one
  public static String utf8(byte[] bytes, String what) throws UsageException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UsageException(
          what
              + " is not UTF-8, so a password in it would become another one. On Windows, say chcp"
              + " 65001 before it is piped, or take it from a file that is saved as UTF-8.");
    }
  }
}
