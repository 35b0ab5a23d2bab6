package dev.upkeep.http;

import dev.upkeep.file.BoundedFile;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;

/// The authorities that this system trusts, those of a company among them, as OpenSSL reads them: a
/// directory in which each lies in a file that is called after the hash of its name. One handshake
/// needs one or two of them, of some 150.
public final class AuthorityDirectory {
  private static final int MAX_BYTES = 256 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// Where OpenSSL and others are told to look instead.
  public static final String VARIABLE = "SSL_CERT_DIR";

  /// Debian, Ubuntu, Arch, Alpine, openSUSE; Fedora.
  private static final List<String> USUAL =
      List.of("/etc/ssl/certs", "/etc/pki/ca-trust/extracted/pem/directory-hash");

  private final String path;

  /// @param path of a directory, or several joined with colons
  AuthorityDirectory(String path) {
    this.path = path;
  }

  /// This system's, or several joined with colons; empty where none has files under hashes.
  public static Optional<String> system() {
    String told = System.getenv(VARIABLE);
    if (told != null && !told.isEmpty()) {
      return hasHashes(told) ? Optional.of(told) : Optional.empty();
    }
    for (String one : USUAL) {
      if (hasHashes(one)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  static boolean hasHashes(String path) {
    for (String one : path.split(":", -1)) {
      String[] names = new File(one).list();
      for (int i = 0; names != null && i < names.length; i++) {
        if (isHash(names[i]) && new File(one, names[i]).canRead()) {
          return true;
        }
      }
    }
    return false;
  }

  /// Eight hexadecimal digits and `.0`.
  private static boolean isHash(String name) {
    if (name.length() != 10 || !name.endsWith(".0")) {
      return false;
    }
    for (int i = 0; i < 8; i++) {
      if (Character.digit(name.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  /// The authorities that can have issued one of these certificates.
  Set<X509Certificate> issuersOf(X509Certificate[] chain) throws GeneralSecurityException {
    Set<X509Certificate> issuers = new LinkedHashSet<>();
    Set<X500Principal> asked = new LinkedHashSet<>();
    for (X509Certificate certificate : chain) {
      X500Principal issuer = certificate.getIssuerX500Principal();
      if (asked.add(issuer)) {
        issuers.addAll(named(issuer));
      }
    }
    return issuers;
  }

  private List<X509Certificate> named(X500Principal name) throws GeneralSecurityException {
    String hash = NameHash.of(name);
    List<X509Certificate> found = new ArrayList<>();
    for (String one : path.split(":", -1)) {
      for (int n = 0; ; n++) {
        Optional<X509Certificate> authority = read(Path.of(one, hash + "." + n));
        if (authority.isEmpty()) {
          break;
        }
        // Two names can have one hash.
        authority.filter(a -> a.getSubjectX500Principal().equals(name)).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<X509Certificate> read(Path file) throws GeneralSecurityException {
    byte[] bytes;
    try {
      bytes = BoundedFile.read(file, MAX_BYTES, PATIENCE);
    } catch (NoSuchFileException end) {
      return Optional.empty();
    } catch (IOException e) {
      throw new GeneralSecurityException("an authority cannot be read", e);
    }
    Certificate certificate =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(bytes));
    return Optional.of((X509Certificate) certificate);
  }
}
