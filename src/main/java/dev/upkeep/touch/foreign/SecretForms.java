package dev.upkeep.touch.foreign;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// How a secret may look in somebody else's text: as it is, with line breaks replaced, encoded, or
/// as bytes that were never decoded.
final class SecretForms {
  /// What a neighbour leaves of a shorter one would be found everywhere.
  private static final int SHORTEST_SHIFTED = 6;

  private final Set<String> forms = new LinkedHashSet<>();

  private SecretForms() {}

  static Collection<String> of(String secret) {
    SecretForms all = new SecretForms();
    all.add(secret);
    all.add(secret.replace('\r', ' ').replace('\n', ' '));
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    all.add(new String(bytes, StandardCharsets.ISO_8859_1));
    all.add(ErrorLine.undecoded(secret));
    String percent = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    all.add(percent);
    all.add(percent.replace("+", "%20"));
    all.add(everyByte(bytes, "%"));
    // As Redis quotes what is not printable, and JSON what is not ASCII.
    all.add(quoted(bytes));
    all.add(escaped(secret));
    all.add(HexFormat.of().formatHex(bytes));
    all.add(everyByte(bytes, "\\x"));
    all.addBase64(bytes);
    return all.forms;
  }

  /// Behind a user, or behind anything else: it takes one of three forms, by what precedes it.
  private void addBase64(byte[] bytes) {
    for (int before = 0; before < 3; before++) {
      byte[] shifted = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, shifted, before, bytes.length);
      String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      // A character that holds bits of the neighbours differs with them.
      int begin = before == 0 ? 0 : before + 1;
      int end = shifted.length % 3 == 0 || before == 0 ? encoded.length() : encoded.length() - 1;
      if (before == 0 || end - begin >= SHORTEST_SHIFTED) {
        for (String whole : List.of(encoded.substring(begin), encoded.substring(begin, end))) {
          add(whole);
          add(whole.replace('+', '-').replace('/', '_'));
        }
      }
    }
  }

  private void add(String form) {
    if (!form.isEmpty()) {
      forms.add(form);
    }
  }

  private static String everyByte(byte[] bytes, String prefix) {
    return HexFormat.of().withPrefix(prefix).formatHex(bytes);
  }

  private static String quoted(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte b : bytes) {
      if (b == '"' || b == '\\') {
        text.append('\\').append((char) b);
      } else if (b >= ' ' && b < 0x7f) {
        text.append((char) b);
      } else {
        text.append(String.format(Locale.ROOT, "\\x%02x", b & 0xff));
      }
    }
    return text.toString();
  }

  private static String escaped(String secret) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < secret.length(); i++) {
      char c = secret.charAt(i);
      if (c == '"' || c == '\\' || c == '/') {
        text.append('\\').append(c);
      } else if (c >= ' ' && c < 0x7f) {
        text.append(c);
      } else {
        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    return text.toString();
  }
}
