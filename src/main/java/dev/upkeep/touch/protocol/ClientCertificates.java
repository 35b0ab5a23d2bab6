package dev.upkeep.touch.protocol;

import dev.upkeep.database.ClientCertificate;
import dev.upkeep.database.Database;
import dev.upkeep.file.BoundedFile;
import dev.upkeep.language.Sentence;
import dev.upkeep.language.TlsPhrase;
import dev.upkeep.language.Told;
import dev.upkeep.language.TouchPhrase;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.conversation.Deadline;
import dev.upkeep.touch.conversation.TouchFailure;
import dev.upkeep.touch.tls.ClientIdentity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Reads what to show a server that asks who we are, anew for each touch: it is renewed behind our
/// back, and kept nowhere else.
final class ClientCertificates {
  private final Deadline limit;

  /// Reads until then.
  ClientCertificates(Deadline limit) {
    this.limit = limit;
  }

  /// What is shown.
  ///
  /// @param warning what a person should know of it, as a sentence
  record Shown(Optional<ClientIdentity> identity, Optional<Sentence> warning) {
    static final Shown NOTHING = new Shown(Optional.empty(), Optional.empty());
  }

  /// @throws TouchFailure if it cannot be read, or would be of no use at this time
  static Shown of(Database database, Instant now, Deadline limit) throws TouchFailure {
    Optional<ClientCertificate> wanted = database.clientCertificate();
    return wanted.isPresent()
        ? new ClientCertificates(limit).of(wanted.get(), now, System::getenv)
        : Shown.NOTHING;
  }

  Shown of(ClientCertificate wanted, Instant now, UnaryOperator<@Nullable String> environment)
      throws TouchFailure {
    ReferencedFile files = new ReferencedFile(limit, environment);
    byte[] certificate = files.read(wanted.certificate());
    byte[] key = wanted.key().isPresent() ? files.read(wanted.key().get()) : certificate;
    Optional<char[]> passphrase = Optional.empty();
    if (wanted.passphrase().isPresent()) {
      passphrase = Optional.of(files.text(wanted.passphrase().get()).toCharArray());
    }
    try {
      ClientIdentity identity =
          isPem(certificate)
              ? ClientIdentity.of(certificate, key, passphrase)
              : ClientIdentity.ofPkcs12(certificate, passphrase);
      Optional<Sentence> problem = identity.problem(now);
      if (problem.isPresent()) {
        throw unfit(problem.get());
      }
      return new Shown(Optional.of(identity), warning(wanted.key().orElse(wanted.certificate())));
    } catch (GeneralSecurityException e) {
      throw unfit(Told.of(e));
    }
  }

  private static boolean isPem(byte[] file) {
    return new String(file, StandardCharsets.ISO_8859_1).contains("-----BEGIN ");
  }

  private static TouchFailure unfit(Sentence why) {
    return TouchFailure.lasting(FailureKind.TLS, why, TlsPhrase.CERT_ADVICE.with());
  }

  private Optional<Sentence> warning(String reference) {
    if (!reference.startsWith(ReferencedFile.FILE)) {
      return Optional.empty();
    }
    try {
      Path file = Path.of(reference.substring(ReferencedFile.FILE.length()));
      return BoundedFile.isOpenToOthers(file, limit.remaining())
          ? Optional.of(TouchPhrase.OPEN_KEY.with(file))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
