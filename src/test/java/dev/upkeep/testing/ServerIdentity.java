package dev.upkeep.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A server's certificate and private key: as PEM files for Redis, as an [SSLContext] for Java.
///
/// @param certificateFile PEM
/// @param keyFile PEM, PKCS#8, not encrypted
/// @param keyStoreFile PKCS#12 with the password [#KEY_STORE_PASSWORD]
public record ServerIdentity(
    X509Certificate certificate, Path certificateFile, Path keyFile, Path keyStoreFile) {
  public static final String KEY_STORE_PASSWORD = "testing";

  static ServerIdentity write(
      Path folder, String name, X509Certificate certificate, PrivateKey key) {
    try {
      Path certificateFile = folder.resolve(name + ".crt");
      Path keyFile = folder.resolve(name + ".key");
      Path keyStoreFile = folder.resolve(name + ".p12");
      Files.writeString(certificateFile, pem(certificate));
      Files.writeString(keyFile, pem("PRIVATE KEY", key.getEncoded()));
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          name, key, KEY_STORE_PASSWORD.toCharArray(), new Certificate[] {certificate});
      try (var out = Files.newOutputStream(keyStoreFile)) {
        store.store(out, KEY_STORE_PASSWORD.toCharArray());
      }
      return new ServerIdentity(certificate, certificateFile, keyFile, keyStoreFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// For a server: presents this certificate, asks clients for none.
  public SSLContext serverContext() {
    try (var in = Files.newInputStream(keyStoreFile)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, KEY_STORE_PASSWORD.toCharArray());
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, KEY_STORE_PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String pem(X509Certificate certificate) {
    try {
      return pem("CERTIFICATE", certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String type, byte[] der) {
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
    return "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n";
  }
}
