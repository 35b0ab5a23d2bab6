package dev.upkeep.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Secrets that must not be found anywhere, and the forms in which they could be.
public final class Canary {
  /// With the characters that are encoded differently everywhere.
  public static final String ASCII = "c4n4ry/Pa+5=w0rd";

  /// With umlauts and Chinese letters, each of which is more than one byte.
  public static final String FOREIGN = "kanari/Größe+密码锁鍵=wört";

  private Canary() {}

  /// Each form under its name.
  public static Map<String, String> forms(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    String percent = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    StringBuilder signed = new StringBuilder();
    for (byte b : bytes) {
      signed.append((char) b);
    }
    Map<String, String> forms = new LinkedHashMap<>();
    forms.put("raw", secret);
    StringBuilder upper = new StringBuilder();
    secret.chars().forEach(c -> upper.append((char) Character.toUpperCase(c)));
    forms.put("upper case", upper.toString());
    forms.put("percent", percent);
    forms.put("percent in lower case", percent.replace("+", "%20").toLowerCase(Locale.ROOT));
    forms.put("base64", Base64.getEncoder().withoutPadding().encodeToString(bytes));
    forms.put("base64 in URLs", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    forms.put("hexadecimal", HexFormat.of().formatHex(bytes));
    forms.put("hexadecimal in upper case", HexFormat.of().withUpperCase().formatHex(bytes));
    forms.put("bytes as characters", new String(bytes, StandardCharsets.ISO_8859_1));
    forms.put("signed bytes as characters", signed.toString());
    return forms;
  }

  /// Pieces by which a secret would be recognized, whole or cut off, in any of the forms.
  public static String[] traces(String secret) {
    return forms(secret).values().stream()
        .flatMap(form ->
            form.length() < 12
                ? Stream.of(form)
                : Stream.of(form.substring(0, 10), form.substring(form.length() - 8)))
        .distinct()
        .toArray(String[]::new);
  }
}
