package dev.upkeep.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import javax.security.auth.x500.X500Principal;

/// The hash by which OpenSSL finds an authority in a directory
/// ([X509_NAME_hash(3)](https://docs.openssl.org/3.0/man3/X509_get_subject_name/)): of a name whose
/// texts are UTF-8 in lower case, with single spaces between words.
final class NameHash {
  private static final int UTF8_STRING = 12;

  private NameHash() {}

  /// Eight hexadecimal digits.
  ///
  /// @throws GeneralSecurityException if the name is damaged
  static String of(X500Principal name) throws GeneralSecurityException {
    byte[] digest;
    try {
      digest = MessageDigest.getInstance("SHA-1").digest(canonical(name.getEncoded()));
    } catch (ArrayIndexOutOfBoundsException | IllegalArgumentException damaged) {
      throw new GeneralSecurityException("a damaged name", damaged);
    }
    long hash = 0;
    for (int i = 3; i >= 0; i--) {
      hash = (hash << 8) | (digest[i] & 0xFF);
    }
    return String.format(Locale.ROOT, "%08x", hash);
  }

  /// The sets of the name, without the sequence around them.
  private static byte[] canonical(byte[] name) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DerElement sequence = DerElement.at(name, 0);
    for (DerElement set : sequence.children()) {
      ByteArrayOutputStream pairs = new ByteArrayOutputStream();
      for (DerElement pair : set.children()) {
        DerElement[] parts = pair.children().toArray(new DerElement[0]);
        pairs.writeBytes(DerElement.write(0x30, join(parts[0].whole(), value(parts[1]))));
      }
      out.writeBytes(DerElement.write(0x31, pairs.toByteArray()));
    }
    return out.toByteArray();
  }

  private static byte[] value(DerElement value) {
    Charset charset =
        switch (value.tag()) {
          case UTF8_STRING -> StandardCharsets.UTF_8;
          case 19, 22, 26 -> StandardCharsets.US_ASCII; // printable, IA5, visible
          case 20 -> StandardCharsets.ISO_8859_1; // T61
          case 30 -> StandardCharsets.UTF_16BE; // BMP
          case 28 -> Charset.forName("UTF-32BE"); // universal
          default -> null;
        };
    if (charset == null) {
      return value.whole();
    }
    String text = new String(value.content(), charset);
    return DerElement.write(UTF8_STRING, tidy(text).getBytes(StandardCharsets.UTF_8));
  }

  /// Only ASCII has upper case here, and only its spaces are spaces.
  private static String tidy(String text) {
    StringBuilder tidy = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || (c >= '\t' && c <= '\r')) {
        space = !tidy.isEmpty();
        continue;
      }
      if (space) {
        tidy.append(' ');
        space = false;
      }
      tidy.append(c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c);
    }
    return tidy.toString();
  }

  private static byte[] join(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
