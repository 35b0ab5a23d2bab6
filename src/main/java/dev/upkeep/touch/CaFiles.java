package dev.upkeep.touch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;

/// Files of certificates to trust instead of the system's.
public final class CaFiles {
  private CaFiles() {}

  /// Whether the file can be read and holds at least one certificate in PEM (or DER) form.
  public static boolean holdsCertificates(Path file) {
    try {
      read(file);
      return true;
    } catch (IOException | GeneralSecurityException e) {
      return false;
    }
  }

  /// Reads every certificate of the file.
  ///
  /// @throws IOException if the file cannot be read
  /// @throws GeneralSecurityException if it holds no certificate, or a damaged one
  static KeyStore read(Path file) throws IOException, GeneralSecurityException {
    Collection<? extends Certificate> certificates;
    try (InputStream in = Files.newInputStream(file)) {
      certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
    }
    if (certificates.isEmpty()) {
      throw new CertificateException("no certificate in " + file);
    }
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int n = 0;
    for (Certificate certificate : certificates) {
      store.setCertificateEntry("ca-" + n++, certificate);
    }
    return store;
  }
}
