package dev.upkeep.touch.foreign;

import dev.upkeep.database.DatabaseName;
import dev.upkeep.database.Secret;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes a server's text fit to be shown: without this touch's secrets, on one line, and short.
///
/// A server may echo a secret whole, cut off (Redis quotes 128 characters of an argument), encoded,
/// or in another letter case. Whole secrets and their [SecretForms] are hidden wherever they are.
/// Every piece of [#PIECE] characters is hidden as well, unless it is a piece of [KnownTexts]: a
/// password that resembles a server's own word must not hide it.
public final class ForeignText {
  static final int MAX_LENGTH = 300;

  private static final int PIECE = 6;
  private static final String MASK = "•••";

  private final List<String> forms;

  private ForeignText(List<String> forms) {
    this.forms = List.copyOf(forms);
  }

  public static ForeignText without(Optional<Secret> secret) {
    return new ForeignText(
        secret.map(Secret::reveal).map(SecretForms::of).stream()
            .flatMap(Collection::stream)
            .toList());
  }

  /// The text as it may be shown, at most [#MAX_LENGTH] characters.
  public String clean(String foreign) {
    // Longer texts are cut before the search so that it stays cheap; what is cut is not shown.
    String text =
        foreign.length() > 4 * MAX_LENGTH ? foreign.substring(0, 4 * MAX_LENGTH) : foreign;
    // Twice, because what is stripped may have stood between the halves of a secret.
    String visible = masked(oneLine(masked(text)));
    if (visible.length() <= MAX_LENGTH) {
      return visible;
    }
    int end = MAX_LENGTH - 1;
    if (Character.isHighSurrogate(visible.charAt(end - 1))) {
      end--;
    }
    return visible.substring(0, end) + "…";
  }

  private String masked(String text) {
    BitSet hidden = new BitSet(text.length());
    String folded = folded(text);
    for (String form : forms) {
      if (form.length() < PIECE) {
        // In another case, so short a word would be everywhere.
        markWhole(text, form, hidden);
      } else {
        markWhole(folded, folded(form), hidden);
        markPieces(folded, folded(form), hidden);
      }
    }
    if (hidden.isEmpty()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!hidden.get(i)) {
        out.append(text.charAt(i));
      } else if (i == 0 || !hidden.get(i - 1)) {
        out.append(MASK);
      }
    }
    return out.toString();
  }

  private static void markWhole(String text, String form, BitSet hidden) {
    for (int at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
      hidden.set(at, at + form.length());
    }
  }

  private static void markPieces(String text, String form, BitSet hidden) {
    Set<String> pieces = new HashSet<>();
    for (int i = 0; i + PIECE <= form.length(); i++) {
      pieces.add(form.substring(i, i + PIECE));
    }
    for (int i = 0; i + PIECE <= text.length(); i++) {
      String piece = text.substring(i, i + PIECE);
      if (pieces.contains(piece) && !KnownTexts.have(piece)) {
        hidden.set(i, i + PIECE);
      }
    }
  }

  /// Without letter case, and as long as before, which a whole text in lower case may not be.
  private static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      folded.append(Character.toLowerCase(Character.toUpperCase(text.charAt(i))));
    }
    return folded.toString();
  }

  private static String oneLine(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (!DatabaseName.isInvisible(c) && !Character.isSpaceChar(c)) {
            out.appendCodePoint(c);
          } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
              out.append(' ');
            }
          }
        });
    return out.toString().strip();
  }
}
