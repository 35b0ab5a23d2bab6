package dev.upkeep.touch.protocol;

import dev.upkeep.database.Database;
import dev.upkeep.file.BoundedFile;
import dev.upkeep.http.WatchedTrust;
import dev.upkeep.language.FilePhrase;
import dev.upkeep.language.TlsPhrase;
import dev.upkeep.language.Told;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.conversation.Deadline;
import dev.upkeep.touch.conversation.TouchFailure;
import dev.upkeep.touch.tls.Pem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Files of certificates to trust instead of the system's.
public final class CaFiles {
  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String END = "-----END CERTIFICATE-----";

  /// Larger than any system's whole bundle.
  private static final int MAX_BYTES = 4 * 1024 * 1024;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private CaFiles() {}

  /// Whether the file can be read and holds at least one certificate in PEM (or DER) form.
  public static boolean holdsCertificates(Path file) {
    try {
      read(file, PATIENCE);
      return true;
    } catch (IOException | GeneralSecurityException e) {
      return false;
    }
  }

  /// Trusts the certificates of the database's `caFile` and no others, or else the system's.
  ///
  /// @param limit by when they have to be there
  static WatchedTrust trust(Database database, Deadline limit) throws TouchFailure {
    Optional<Path> file = database.caFile();
    try {
      return file.isPresent()
          ? WatchedTrust.in(read(file.get(), limit.remaining()))
          : WatchedTrust.inSystem();
    } catch (GeneralSecurityException | IOException e) {
      throw unreadable(file, e);
    }
  }

  /// The certificates (DER) of the database's `caFile`, if it has one; without the JDK's own
  /// reader, which takes longer to load than a touch takes.
  ///
  /// @param limit by when they have to be there
  static Optional<List<byte[]>> authorities(Database database, Deadline limit) throws TouchFailure {
    Optional<Path> file = database.caFile();
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] bytes = BoundedFile.read(file.get(), MAX_BYTES, limit.remaining());
      List<byte[]> blocks = Pem.blocks(bytes, "CERTIFICATE");
      return Optional.of(blocks.isEmpty() ? encoded(bytes) : blocks);
    } catch (GeneralSecurityException | IOException e) {
      throw unreadable(file, e);
    }
  }

  private static TouchFailure unreadable(Optional<Path> file, Exception cause) {
    return TouchFailure.lasting(
            FailureKind.TLS,
            TlsPhrase.UNREADABLE.with(
                file.<Object>map(FilePhrase.FROM::with).orElse(""), reason(cause)),
            TlsPhrase.UNREADABLE_ADVICE.with())
        .causedBy(cause);
  }

  private static Object reason(Exception cause) {
    return cause instanceof Told told ? FilePhrase.IT.with(told.told()) : "";
  }

  /// Of a file that is not PEM.
  private static List<byte[]> encoded(byte[] file) throws GeneralSecurityException, IOException {
    List<byte[]> all = new ArrayList<>();
    try (InputStream in = new ByteArrayInputStream(file)) {
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        all.add(one.getEncoded());
      }
    }
    if (all.isEmpty()) {
      throw new CertificateException("no certificate in it");
    }
    return all;
  }

  /// What a PEM file holds beside certificates, such as the key that belongs to one, would be taken
  /// for a damaged certificate.
  private static byte[] certificates(byte[] file) throws CertificateException {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    StringBuilder blocks = new StringBuilder();
    for (int begin = text.indexOf(BEGIN); begin >= 0; begin = text.indexOf(BEGIN, begin + 1)) {
      int end = text.indexOf(END, begin);
      if (end < 0) {
        throw new CertificateException("a certificate without its end");
      }
      blocks.append(text, begin, end + END.length()).append('\n');
    }
    return blocks.isEmpty() ? file : blocks.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /// Reads every certificate of the file.
  ///
  /// @throws IOException if the file cannot be read
  /// @throws GeneralSecurityException if it holds no certificate, or a damaged one
  static KeyStore read(Path file, Duration patience) throws IOException, GeneralSecurityException {
    Collection<? extends Certificate> certificates;
    byte[] bytes = BoundedFile.read(file, MAX_BYTES, patience);
    try (InputStream in = new ByteArrayInputStream(certificates(bytes))) {
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
