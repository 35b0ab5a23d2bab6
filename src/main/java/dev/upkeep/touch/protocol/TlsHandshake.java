package dev.upkeep.touch.protocol;

import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.language.Sentence;
import dev.upkeep.touch.Rung;
import dev.upkeep.touch.conversation.Attempt;
import dev.upkeep.touch.conversation.Deadline;
import dev.upkeep.touch.conversation.TouchFailure;
import dev.upkeep.touch.tls.ClientIdentity;
import dev.upkeep.touch.tls.Secured;
import dev.upkeep.touch.tls.ServerCertificate;
import dev.upkeep.touch.tls.TlsException;
import dev.upkeep.touch.tls.TlsPeer;
import dev.upkeep.touch.tls.TlsWays;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;

/// Puts TLS over a connected socket: host name verified, SNI sent, nothing below TLS 1.2. There is
/// no way to ask for less.
final class TlsHandshake {
  private TlsHandshake() {}

  static Socket over(
      Socket tcp,
      Endpoint.Redis endpoint,
      Attempt attempt,
      Deadline limit,
      Optional<ClientIdentity> identity)
      throws TouchFailure {
    long start = System.nanoTime();
    TlsPeer peer = peer(attempt.database(), endpoint, identity, limit);
    PlainSuspicion suspicion = new PlainSuspicion(endpoint, tcp, attempt.deadline());
    try (Deadline.Watch _ = suspicion.afterSilence()) {
      Secured secured = negotiate(tcp, peer, limit);
      // Its names cost the reading of all of it, and only who looks closely wants them.
      ServerCertificate shown =
          attempt.pace() == Attempt.Pace.STEP_BY_STEP
              ? secured.named().get()
              : secured.certificate();
      attempt.saw(CertificateDetails.accepted(shown, attempt));
      attempt.reached(
          Rung.TLS,
          start,
          attempt.isWatched()
              ? Optional.of(Sentence.verbatim(secured.protocol() + ", " + secured.cipher()))
              : Optional.empty());
      return secured.socket();
    } catch (IOException e) {
      if (e instanceof TlsException refused && refused.certificate().isPresent()) {
        attempt.saw(CertificateDetails.refused(refused.certificate().get(), attempt));
      }
      throw suspicion.isTrue()
          ? TlsFailures.plainRedis(endpoint, attempt).causedBy(e)
          : TlsFailures.explain(endpoint, suspicion.address(), attempt, limit, e);
    }
  }

  static TlsPeer peer(
      Database database, Endpoint.Redis endpoint, Optional<ClientIdentity> identity, Deadline limit)
      throws TouchFailure {
    return new TlsPeer(
        database.serverName().orElse(endpoint.host()),
        endpoint.port(),
        CaFiles.authorities(database, limit),
        identity);
  }

  /// Shakes hands within the limit.
  ///
  /// @throws IOException as [dev.upkeep.touch.tls.Tls#secure]
  static Secured negotiate(Socket tcp, TlsPeer peer, Deadline limit) throws IOException {
    return TlsWays.standard().secure(tcp, peer, limit.remainingMillis());
  }
}
