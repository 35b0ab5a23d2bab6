package dev.upkeep.database.paste;

import dev.upkeep.database.token.Role;
import dev.upkeep.database.token.Scope;
import dev.upkeep.database.token.Word;
import dev.upkeep.database.token.Word.Style;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Decodes the base64 below `data:` of a Kubernetes Secret, where it is one; elsewhere nobody can
/// tell base64 from a password.
final class Encoded {
  private Encoded() {}

  static List<Word> decode(List<Word> words, Findings findings) {
    Map<Scope, String> kinds = new HashMap<>();
    Set<Scope> data = new HashSet<>();
    for (Word word : words) {
      if (word.name().text().equals("kind") && word.isValue()) {
        // Two in one document: a line between them is missing.
        kinds.merge(word.scope(), word.text(), (one, other) -> one.equals(other) ? one : "");
      }
      if (isData(word.scope()) && word.role() != Role.NONE) {
        data.add(word.scope());
      }
    }
    for (Word word : words) {
      boolean bare = "Secret".equals(kinds.get(word.scope())) && word.role() == Role.PASSWORD;
      if (bare && word.isValue() && decoded(word.text()).isPresent()) {
        findings.spoil(PasteProblems.BASE64); // the line with data: is missing
      }
    }
    if (data.isEmpty()) {
      return words;
    }
    Set<Scope> suspicious = new HashSet<>(data);
    for (Word word : words) {
      if (data.contains(word.scope()) && word.isValue() && decoded(word.text()).isEmpty()) {
        suspicious.remove(word.scope());
      }
    }
    List<Word> plain = new ArrayList<>(words.size());
    for (Word word : words) {
      if (!data.contains(word.scope()) || !word.isValue()) {
        plain.add(word);
        continue;
      }
      Scope outer = word.scope().outer();
      String kind = outer == null ? "" : kinds.getOrDefault(outer, "");
      boolean secret = kind.equals("Secret");
      Optional<String> text = decoded(word.text());
      if (secret && text.isPresent()) {
        plain.add(word.withText(text.get()).withStyle(Style.QUOTED));
      } else if (secret || (!kind.equals("ConfigMap") && suspicious.contains(word.scope()))) {
        if (word.role() != Role.NONE) {
          findings.problem(PasteProblems.BASE64);
        }
      } else {
        plain.add(word);
      }
    }
    return plain;
  }

  private static boolean isData(Scope scope) {
    return scope.label().toLowerCase(Locale.ROOT).equals("data");
  }

  /// The text, if this is base64 of one; without the line end that `echo` left in it.
  private static Optional<String> decoded(String text) {
    if (text.length() < 4 || text.length() % 4 != 0) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      String plain = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      String line = plain.replaceFirst("[\r\n]+\\z", "");
      boolean printable = line.chars().noneMatch(Character::isISOControl);
      return printable && !line.isEmpty() ? Optional.of(line) : Optional.empty();
    } catch (IllegalArgumentException | CharacterCodingException notEncoded) {
      return Optional.empty();
    }
  }
}
