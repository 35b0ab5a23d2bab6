package dev.upkeep.touch.protocol;

import dev.upkeep.database.Endpoint;
import dev.upkeep.http.WatchedTrust;
import dev.upkeep.touch.FailureKind;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Says why there is no encrypted connection, and what to do about it.
final class TlsFailures {
  private TlsFailures() {}

  /// Explains a failed handshake on a Redis port. A port that goes silent or hangs up may speak
  /// plain Redis; it is asked.
  static TouchFailure explain(
      Endpoint.Redis endpoint,
      InetAddress address,
      Attempt attempt,
      WatchedTrust trust,
      Deadline limit,
      IOException e) {
    boolean ended = !(e instanceof SSLException) || hasCause(e, EOFException.class);
    if (!ended) {
      return explain(endpoint, attempt, trust, e);
    }
    if (OtherProtocol.speaksPlainRedis(endpoint, address, attempt.deadline())) {
      return plainRedis(endpoint).causedBy(e);
    }
    return ConnectionFailures.broken(endpoint, limit, e);
  }

  /// Explains what JSSE objected to, in either protocol.
  static TouchFailure explain(
      Endpoint endpoint, Attempt attempt, WatchedTrust trust, IOException e) {
    return certificate(endpoint, attempt, trust, e)
        .orElseGet(() -> protocol(endpoint, attempt, e))
        .causedBy(e);
  }

  static TouchFailure plainRedis(Endpoint endpoint) {
    return TouchFailure.lasting(
        FailureKind.TLS,
        endpoint.hostAndPort() + " does not speak TLS.",
        "It answers plain Redis: use redis:// instead of rediss://.");
  }

  static TouchFailure wantsTls(Endpoint endpoint) {
    return TouchFailure.lasting(
        FailureKind.TLS,
        endpoint.hostAndPort() + " wants an encrypted connection.",
        "Use rediss:// instead of redis://.");
  }

  private static Optional<TouchFailure> certificate(
      Endpoint endpoint, Attempt attempt, WatchedTrust trust, IOException e) {
    if (!hasCause(e, CertificateException.class)
        && !hasCause(e, CertPathValidatorException.class)) {
      return Optional.empty();
    }
    String whose = "The certificate of " + endpoint.hostAndPort();
    Optional<X509Certificate> leaf = trust.chain().stream().findFirst();
    if (hasCause(e, CertificateExpiredException.class) && leaf.isPresent()) {
      return untrusted(
          whose + " expired on " + day(leaf.get().getNotAfter()) + ".",
          "Its owner must renew it. If it looks valid to others, check this computer's clock.");
    }
    if (hasCause(e, CertificateNotYetValidException.class) && leaf.isPresent()) {
      return untrusted(
          whose + " is valid only from " + day(leaf.get().getNotBefore()) + ".",
          "Check this computer's clock.");
    }
    String text = messages(e);
    if (text.contains("no subject alternative") || text.contains("no name matching")) {
      return untrusted(
          whose
              + " is for another host: "
              + leaf.map(l -> CertificateDetails.of(trust, attempt).orElseThrow().subject())
                  .orElse("unknown")
              + ".",
          "Check the host. Something between this computer and the server may be intercepting the"
              + " connection.");
    }
    if (text.contains("extended key usage")) {
      return untrusted(
          whose + " is not made for servers.", "Its owner must replace it with one for servers.");
    }
    if (text.contains("unable to find valid certification path")
        || text.contains("path does not chain")
        || isSelfSigned(trust.chain())) {
      return untrusted(
          whose
              + (isSelfSigned(trust.chain())
                  ? " is self-signed."
                  : " was issued by an authority that is not trusted here."),
          "If that is intended, give the authority's certificate with --ca-file.");
    }
    return untrusted(
        whose + " was rejected: " + attempt.shown(rootMessage(e)) + ".",
        "Ask the server's owner to check its certificate.");
  }

  /// Whether the server sent nothing but a certificate that vouches for itself.
  private static boolean isSelfSigned(List<X509Certificate> chain) {
    return chain.size() == 1
        && chain
            .getFirst()
            .getSubjectX500Principal()
            .equals(chain.getFirst().getIssuerX500Principal());
  }

  private static TouchFailure protocol(Endpoint endpoint, Attempt attempt, IOException e) {
    if (messages(e).contains("unrecognized ssl message")) {
      return plainRedis(endpoint);
    }
    return TouchFailure.lasting(
        FailureKind.TLS,
        "No encrypted connection to "
            + endpoint.hostAndPort()
            + ": "
            + attempt.shown(rootMessage(e))
            + ".",
        "Server and Upkeep could not agree on TLS 1.2 or 1.3.");
  }

  private static Optional<TouchFailure> untrusted(String message, String advice) {
    return Optional.of(TouchFailure.lasting(FailureKind.TLS, message, advice));
  }

  private static String day(Date date) {
    return date.toInstant().atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static boolean hasCause(Throwable e, Class<? extends Throwable> type) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return true;
      }
    }
    return false;
  }

  private static String messages(Throwable e) {
    StringBuilder all = new StringBuilder();
    for (Throwable t = e; t != null; t = t.getCause()) {
      all.append(text(t)).append('\n');
    }
    return all.toString().toLowerCase(Locale.ROOT);
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    for (Throwable t = e; t != null; t = t.getCause()) {
      root = t;
    }
    return text(root);
  }

  private static String text(@Nullable Throwable t) {
    String message = t == null ? null : t.getMessage();
    return message == null ? "no reason given" : message;
  }
}
