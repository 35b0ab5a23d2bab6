package dev.upkeep.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/// Bytes followed by a mark and their SHA-256. PKCS#12 cannot tell a damaged file from a wrong
/// passphrase; this can. It protects against accidents: against people there is PKCS#12's own MAC.
final class Checksummed {
  private static final byte[] MARK = "\nUPKEEP1".getBytes(StandardCharsets.US_ASCII);
  private static final int DIGEST_BYTES = 32;

  private Checksummed() {}

  static byte[] seal(byte[] content) {
    int length = content.length;
    byte[] sealed = Arrays.copyOf(content, length + MARK.length + DIGEST_BYTES);
    System.arraycopy(MARK, 0, sealed, length, MARK.length);
    System.arraycopy(digest(content), 0, sealed, length + MARK.length, DIGEST_BYTES);
    return sealed;
  }

  /// What was sealed; empty if it is damaged.
  static Optional<byte[]> open(byte[] sealed) {
    int length = sealed.length - MARK.length - DIGEST_BYTES;
    if (length < 0) {
      return Optional.empty();
    }
    byte[] content = Arrays.copyOf(sealed, length);
    return Arrays.equals(seal(content), sealed) ? Optional.of(content) : Optional.empty();
  }

  private static byte[] digest(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
