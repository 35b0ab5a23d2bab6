package dev.upkeep.database.paste;

import dev.upkeep.database.token.Role;
import dev.upkeep.database.token.Word;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether each word for TLS in a text is accounted for: as part of a server that was found, inside
/// a value that is something else, or as another service's. One that is not may be meant for any of
/// the servers, and only a person can say so.
final class TlsWords {
  private static final Pattern WORD =
      Pattern.compile(
          "(?<![a-z])(?:use|enable|with|is|redis)?[_-]?(?:tls|ssl)|rediss(?![a-z])"
              + "|(?<![a-z])(?:encrypt(?:ed|ion)|certificate|cacert|truststore|keystore)",
          Pattern.CASE_INSENSITIVE);

  private final String text;
  private final BitSet accounted = new BitSet();

  /// Words with a value that can be read, of something whose name does not say what it is.
  private final BitSet others = new BitSet();

  /// @param rest the text with what the readers of commands and lists have taken blanked
  TlsWords(String text, String rest) {
    this.text = text;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != rest.charAt(i)) {
        accounted.set(i);
      }
    }
  }

  /// Words that are about something else, or that are values in which the letters mean nothing.
  ///
  /// @param variables the names of all values, which lists of names and values repeat
  void read(List<Word> words, Set<String> variables) {
    for (Word word : words) {
      boolean pair =
          (word.name().text().equals("name") || word.name().text().equals("key"))
              && variables.contains(word.text());
      if (word.foreign() || pair) {
        whole(word);
      } else if (isOpaque(word.role()) || RedisUrl.isIn(word.text())) {
        value(word);
      } else if (word.named() && word.isValue() && !word.telling() && !word.neutral()) {
        others.set(word.span().start(), Math.min(text.length(), word.span().end()));
      }
    }
  }

  /// Words that have become part of a server.
  void placed(List<Word> words) {
    for (Word word : words) {
      switch (word.role()) {
        case TLS, CERTIFICATE, SCHEME -> whole(word);
        default -> value(word);
      }
    }
  }

  /// @param chosen whether the server's own URL says that it is not encrypted: then words about
  ///   something with another name say nothing
  boolean isOneLeft(boolean chosen) {
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      if (!accounted.get(matcher.start()) && !(chosen && others.get(matcher.start()))) {
        return true;
      }
    }
    return false;
  }

  private void whole(Word word) {
    mark(word.span().start(), word.span().end());
  }

  private void value(Word word) {
    // With a blank in it, it may be the next line, taken for a value that is missing.
    if (word.isValue() && (word.text().indexOf(' ') < 0 || word.style() == Word.Style.QUOTED)) {
      mark(word.position(), word.span().end());
    }
  }

  private void mark(int start, int end) {
    accounted.set(Math.min(start, text.length()), Math.min(Math.max(start, end), text.length()));
  }

  private static boolean isOpaque(Role role) {
    return switch (role) {
      case HOST, USER, PASSWORD, TOKEN, READ_ONLY_TOKEN -> true;
      default -> false;
    };
  }
}
