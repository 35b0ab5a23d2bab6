package dev.upkeep.touch.protocol;

import dev.upkeep.database.DatabaseName;
import dev.upkeep.database.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Makes a server's text fit to be shown: without this touch's secrets, on one line, and short.
///
/// A server may echo a secret whole, cut off (Redis quotes 128 characters of an argument), with
/// line breaks replaced, or encoded. So not only the secret is looked for but every piece of it
/// that is [#PIECE] characters long.
final class ForeignText {
  static final int MAX_LENGTH = 300;

  private static final int PIECE = 6;
  private static final String MASK = "•••";

  private final List<String> forms;

  private ForeignText(List<String> forms) {
    this.forms = List.copyOf(forms);
  }

  static ForeignText without(Optional<Secret> secret, Optional<String> user) {
    List<String> forms = new ArrayList<>();
    secret
        .map(Secret::reveal)
        .ifPresent(text -> {
          addForms(forms, text);
          addBase64(forms, user.orElse("") + ":" + text);
        });
    return new ForeignText(forms);
  }

  /// The text as it may be shown, at most [#MAX_LENGTH] characters.
  String clean(String foreign) {
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
    for (String form : forms) {
      mark(text, form, hidden);
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

  private static void mark(String text, String form, BitSet hidden) {
    int length = Math.min(PIECE, form.length());
    Set<String> pieces = new HashSet<>();
    for (int i = 0; i + length <= form.length(); i++) {
      pieces.add(form.substring(i, i + length));
    }
    for (int i = 0; i + length <= text.length(); i++) {
      if (pieces.contains(text.substring(i, i + length))) {
        hidden.set(i, i + length);
      }
    }
  }

  private static void addForms(List<String> forms, String text) {
    forms.add(text);
    forms.add(text.replace('\r', ' ').replace('\n', ' '));
    String percent = URLEncoder.encode(text, StandardCharsets.UTF_8);
    forms.add(percent);
    forms.add(percent.replace("+", "%20"));
    forms.add(percent.toLowerCase(Locale.ROOT));
    addBase64(forms, text);
  }

  private static void addBase64(List<String> forms, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
    forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
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
