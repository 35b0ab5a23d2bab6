package dev.upkeep.secret;

import dev.upkeep.database.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Secrets and ids for the tests of this package.
public final class Samples {
  public static final UUID ID = UUID.fromString("6f1c1d0e-5a0b-4b3f-9d55-0e4f8c1a7b21");
  public static final UUID OTHER_ID = UUID.fromString("0a61be7c-8c6e-4c49-8f0d-6a1f2b9d3c10");

  /// Must appear nowhere but where it was stored.
  public static final Secret CANARY = Secret.of("canary-Kx7Qw2Zt9Lp4-canary");

  private Samples() {}

  /// Every kind of text that must come back as it was.
  public static List<Secret> awkward() {
    return Stream.of(
            "x",
            " leading and trailing ",
            "two\nlines\r\nand\ta tab\n",
            "\"double\" 'single' `back` \\ $HOME %d {} | ; &",
            "grüße 密码 🔑👩‍👩‍👧",
            "a".repeat(SecretStore.MAX_BYTES),
            "a" + "🔑".repeat(624) + "ab ",
            "ü".repeat(SecretStore.MAX_BYTES / 2),
            "\u0600\u07ff".repeat(SecretStore.MAX_BYTES / 4))
        .map(Secret::of)
        .toList();
  }

  /// The forms in which a secret could leak.
  public static List<byte[]> traces(Secret secret) {
    byte[] utf8 = secret.reveal().getBytes(StandardCharsets.UTF_8);
    String base64 = Base64.getEncoder().withoutPadding().encodeToString(utf8);
    return List.of(
        utf8,
        secret.reveal().getBytes(StandardCharsets.UTF_16LE),
        secret.reveal().getBytes(StandardCharsets.UTF_16BE),
        base64.substring(0, base64.length() - 2).getBytes(StandardCharsets.UTF_8));
  }
}
