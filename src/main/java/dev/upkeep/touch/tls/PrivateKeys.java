package dev.upkeep.touch.tls;

import dev.upkeep.language.TlsPhrase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// Reads a private key as OpenSSL and others write it, and gives it as PKCS#8 ([RFC
/// 5958](https://www.rfc-editor.org/rfc/rfc5958)), the one form that Java reads.
final class PrivateKeys {
  private static final byte[] VERSION = {2, 1, 0};
  private static final byte[] RSA = {
    0x06, 0x09, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 0x01, 0x01, 0x01, 0x05, 0
  };
  private static final byte[] EC = {0x06, 0x07, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 2, 1};

  private PrivateKeys() {}

  static byte[] pkcs8(byte[] pem, Optional<char[]> passphrase) throws GeneralSecurityException {
    String text = new String(pem, StandardCharsets.ISO_8859_1);
    if (text.contains("Proc-Type: 4,ENCRYPTED")) {
      throw new UnfitIdentityException(TlsPhrase.OLD_KEY_FORM);
    }
    List<byte[]> encrypted = Pem.blocks(pem, "ENCRYPTED PRIVATE KEY");
    if (!encrypted.isEmpty()) {
      return opened(
          encrypted.getFirst(),
          passphrase.orElseThrow(() -> new UnfitIdentityException(TlsPhrase.KEY_NEEDS_PASSPHRASE)));
    }
    List<byte[]> keys = Pem.blocks(pem, "PRIVATE KEY");
    if (!keys.isEmpty()) {
      return keys.getFirst();
    }
    List<byte[]> rsa = Pem.blocks(pem, "RSA PRIVATE KEY");
    if (!rsa.isEmpty()) {
      return wrap(der(0x30, RSA), rsa.getFirst());
    }
    List<byte[]> ec = Pem.blocks(pem, "EC PRIVATE KEY");
    if (!ec.isEmpty()) {
      return wrap(der(0x30, join(EC, curve(ec.getFirst()))), ec.getFirst());
    }
    throw new UnfitIdentityException(TlsPhrase.NO_KEY);
  }

  /// PBES2 ([RFC 8018](https://www.rfc-editor.org/rfc/rfc8018#section-6.2)), and what came before.
  private static byte[] opened(byte[] encrypted, char[] passphrase)
      throws GeneralSecurityException {
    try {
      EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(encrypted);
      String pbes2 = info.getAlgParameters() == null ? "" : info.getAlgParameters().toString();
      String algorithm = pbes2.startsWith("PBE") ? pbes2 : info.getAlgName();
      SecretKey key =
          SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(passphrase));
      Cipher cipher = Cipher.getInstance(algorithm);
      cipher.init(Cipher.DECRYPT_MODE, key, info.getAlgParameters());
      return info.getKeySpec(cipher).getEncoded();
    } catch (IOException | GeneralSecurityException e) {
      // Not as the cause: what it quotes is not known.
      throw new UnfitIdentityException(TlsPhrase.KEY_NOT_OPENED);
    }
  }

  private static byte[] wrap(byte[] algorithm, byte[] key) {
    return der(0x30, join(VERSION, algorithm, der(0x04, key)));
  }

  /// The curve that the key itself names: its first element that is tagged with 0 ([RFC
  /// 5915](https://www.rfc-editor.org/rfc/rfc5915#section-3)).
  private static byte[] curve(byte[] key) throws GeneralSecurityException {
    try {
      int at = body(key, 0);
      while (at < key.length) {
        int body = body(key, at);
        int next = body + length(key, at + 1);
        if ((key[at] & 0xFF) == 0xA0) {
          return Arrays.copyOfRange(key, body, next);
        }
        at = next;
      }
    } catch (ArrayIndexOutOfBoundsException damaged) {
      throw new UnfitIdentityException(TlsPhrase.KEY_DAMAGED);
    }
    throw new UnfitIdentityException(TlsPhrase.KEY_WITHOUT_CURVE);
  }

  private static int body(byte[] der, int at) {
    int first = der[at + 1] & 0xFF;
    return at + 2 + (first < 0x80 ? 0 : first & 0x7F);
  }

  private static int length(byte[] der, int at) {
    int first = der[at] & 0xFF;
    if (first < 0x80) {
      return first;
    }
    int length = 0;
    for (int i = 1; i <= (first & 0x7F); i++) {
      length = (length << 8) | (der[at + i] & 0xFF);
    }
    if (length < 0 || length > der.length) {
      throw new ArrayIndexOutOfBoundsException("longer than all");
    }
    return length;
  }

  private static byte[] der(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    int length = content.length;
    if (length >= 0x1_0000) {
      out.write(0x83);
      out.write(length >> 16);
      out.write(length >> 8);
    } else if (length >= 0x100) {
      out.write(0x82);
      out.write(length >> 8);
    } else if (length >= 0x80) {
      out.write(0x81);
    }
    out.write(length);
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
