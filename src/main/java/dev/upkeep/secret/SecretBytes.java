package dev.upkeep.secret;

import dev.upkeep.database.Secret;
import dev.upkeep.language.KeychainPhrase;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Secrets as UTF-8, strictly: what would come back changed is refused.
public final class SecretBytes {
  private SecretBytes() {}

  /// Refuses what not every store can keep.
  ///
  /// @throws SecretStoreException [Trouble#UNFIT]
  public static void requireFit(Secret secret) throws SecretStoreException {
    of(secret);
  }

  /// The bytes of a secret that every store can keep.
  ///
  /// @throws SecretStoreException [Trouble#UNFIT]
  static byte[] of(Secret secret) throws SecretStoreException {
    byte[] bytes;
    try {
      ByteBuffer encoded =
          StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(secret.reveal()));
      bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
    } catch (CharacterCodingException halfACharacter) {
      throw new SecretStoreException(Trouble.UNFIT, KeychainPhrase.HALF.with());
    }
    int room =
        BoundSecret.of(secret).isPresent() ? SecretStore.MAX_ENTRY_BYTES : SecretStore.MAX_BYTES;
    if (bytes.length > room) {
      int extra = room - SecretStore.MAX_BYTES;
      throw new SecretStoreException(
          Trouble.UNFIT,
          KeychainPhrase.TOO_LONG.with(
              grouped(bytes.length - extra), grouped(SecretStore.MAX_BYTES)));
    }
    return bytes;
  }

  private static String grouped(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /// The text of some bytes.
  ///
  /// @throws CharacterCodingException if they are not UTF-8
  static String text(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
