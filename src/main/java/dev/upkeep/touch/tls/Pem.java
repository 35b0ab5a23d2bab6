package dev.upkeep.touch.tls;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Takes PEM files apart ([RFC 7468](https://www.rfc-editor.org/rfc/rfc7468)), without the JDK's
/// providers, which take longer to load than a touch takes.
public final class Pem {
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";

  private Pem() {}

  /// The DER of every block of a label, in their order; what stands around them is passed by.
  ///
  /// @throws CertificateException if one is damaged
  public static List<byte[]> blocks(byte[] file, String label) throws CertificateException {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    String begin = BEGIN + label + DASHES;
    String end = END + label + DASHES;
    List<byte[]> blocks = new ArrayList<>();
    for (int at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at + 1)) {
      int from = at + begin.length();
      int to = text.indexOf(end, from);
      if (to < 0) {
        throw new CertificateException("a block without its end");
      }
      try {
        blocks.add(Base64.getMimeDecoder().decode(text.substring(from, to)));
      } catch (IllegalArgumentException damaged) {
        throw new CertificateException("a block that is not Base64", damaged);
      }
    }
    return blocks;
  }
}
