package dev.upkeep.touch.protocol;

import dev.upkeep.database.Endpoint;
import dev.upkeep.language.Sentence;
import dev.upkeep.language.SentinelPhrase;
import dev.upkeep.language.TlsPhrase;
import dev.upkeep.network.PublicHosts;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.conversation.Attempt;
import dev.upkeep.touch.conversation.Deadline;
import dev.upkeep.touch.conversation.TouchFailure;
import dev.upkeep.touch.tls.ServerCertificate;
import dev.upkeep.touch.tls.TlsException;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Says why there is no encrypted connection, and what to do about it.
final class TlsFailures {
  private static final int MOST_NAMES = 4;

  private TlsFailures() {}

  /// Explains a failed handshake on a Redis port. A port that goes silent or hangs up may speak
  /// plain Redis; it is asked.
  static TouchFailure explain(
      Endpoint.Redis endpoint,
      InetAddress address,
      Attempt attempt,
      Deadline limit,
      IOException e) {
    if (e instanceof TlsException refused) {
      return explain(endpoint, attempt, refused);
    }
    if (OtherProtocol.speaksPlainRedis(endpoint, address, attempt.deadline())) {
      return plainRedis(endpoint, attempt).causedBy(e);
    }
    return ConnectionFailures.broken(endpoint, limit, e);
  }

  /// Explains what the server, or its certificate, was refused for, in either protocol.
  static TouchFailure explain(Endpoint endpoint, Attempt attempt, TlsException refused) {
    return failure(endpoint, attempt, refused).causedBy(refused);
  }

  static TouchFailure plainRedis(Endpoint endpoint, Attempt attempt) {
    return TouchFailure.lasting(
        FailureKind.TLS,
        TlsPhrase.NO_TLS.with(endpoint.hostAndPort()),
        (attempt.isLed() ? SentinelPhrase.PLAIN_MASTER_ADVICE : TlsPhrase.NO_TLS_ADVICE).with());
  }

  static TouchFailure wantsTls(Endpoint endpoint) {
    return TouchFailure.lasting(
        FailureKind.TLS,
        TlsPhrase.WANTS_TLS.with(endpoint.hostAndPort()),
        TlsPhrase.WANTS_TLS_ADVICE.with());
  }

  private static TouchFailure failure(Endpoint endpoint, Attempt attempt, TlsException refused) {
    String whose = endpoint.hostAndPort();
    Optional<ServerCertificate> shown = refused.certificate();
    return switch (refused.reason()) {
      case EXPIRED ->
          untrusted(
              TlsPhrase.EXPIRED.with(whose, day(shown.map(ServerCertificate::notAfter))),
              TlsPhrase.EXPIRED_ADVICE);
      case NOT_YET_VALID ->
          untrusted(
              TlsPhrase.NOT_YET.with(whose, day(shown.map(ServerCertificate::notBefore))),
              TlsPhrase.CLOCK_ADVICE);
      case AUTHORITY_EXPIRED ->
          untrusted(TlsPhrase.AUTHORITY_EXPIRED.with(whose), TlsPhrase.AUTHORITY_EXPIRED_ADVICE);
      case OTHER_HOST ->
          untrusted(
              shown
                  .map(ServerCertificate::names)
                  .filter(names -> !names.isEmpty())
                  .map(names -> TlsPhrase.OTHER_HOST.with(whose, listed(names, attempt)))
                  .orElseGet(() -> TlsPhrase.NO_HOST.with(whose)),
              TlsPhrase.OTHER_HOST_ADVICE);
      case NOT_FOR_SERVERS ->
          untrusted(TlsPhrase.NOT_FOR_SERVERS.with(whose), TlsPhrase.NOT_FOR_SERVERS_ADVICE);
      case SELF_SIGNED -> selfSigned(endpoint, attempt, whose, shown);
      case UNTRUSTED -> untrustedAuthority(whose, attempt, shown);
      case TOO_WEAK -> untrusted(TlsPhrase.TOO_WEAK.with(whose), TlsPhrase.TOO_WEAK_ADVICE);
      case REJECTED ->
          untrusted(
              TlsPhrase.REJECTED.with(whose, said(attempt, refused)), TlsPhrase.REJECTED_ADVICE);
      case WANTS_CLIENT_CERTIFICATE -> wantsClientCertificate(endpoint, attempt, refused);
      case BAD_IDENTITY -> untrusted(TlsPhrase.WRONG_KEY.with(), TlsPhrase.WRONG_KEY_ADVICE);
      case PROTOCOL ->
          untrusted(
              TlsPhrase.NO_CONNECTION.with(endpoint.hostAndPort(), said(attempt, refused)),
              agreement(String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT)));
      case NOT_TLS -> plainRedis(endpoint, attempt);
    };
  }

  private static TouchFailure wantsClientCertificate(
      Endpoint endpoint, Attempt attempt, TlsException refused) {
    if (attempt.database().clientCertificate().isEmpty()) {
      return untrusted(
          TlsPhrase.WANTS_CLIENT.with(endpoint.hostAndPort()),
          endpoint instanceof Endpoint.Rest
              ? TlsPhrase.WANTS_CLIENT_REST_ADVICE
              : TlsPhrase.WANTS_CLIENT_ADVICE);
    }
    return untrusted(
        TlsPhrase.CLIENT_REJECTED.with(endpoint.hostAndPort(), said(attempt, refused)),
        TlsPhrase.CLIENT_REJECTED_ADVICE);
  }

  private static Sentence listed(List<String> names, Attempt attempt) {
    String first =
        names.stream().limit(MOST_NAMES).map(attempt::shown).collect(Collectors.joining(", "));
    return names.size() <= MOST_NAMES
        ? Sentence.verbatim(first)
        : TlsPhrase.MORE_NAMES.with(first, names.size() - MOST_NAMES);
  }

  private static boolean hasCaFile(Attempt attempt) {
    return attempt.database().caFile().isPresent();
  }

  /// Whose certificate is missing: the wrong authority was given, or the server does not send one
  /// in between.
  private static TouchFailure untrustedAuthority(
      String whose, Attempt attempt, Optional<ServerCertificate> shown) {
    if (!hasCaFile(attempt)) {
      return untrusted(TlsPhrase.UNTRUSTED.with(whose), TlsPhrase.AUTHORITY_ADVICE);
    }
    Object issuer =
        shown
            .<Object>map(one -> CertificateDetails.refused(one, attempt).issuer())
            .orElseGet(TlsPhrase.ITS_ISSUER::with);
    return untrusted(
        TlsPhrase.NOT_VOUCHED.with(whose, issuer), TlsPhrase.NOT_VOUCHED_ADVICE.with(issuer));
  }

  /// What to do where both ends speak TLS and do not agree, by the alert in either way's words.
  private static TlsPhrase agreement(String reason) {
    if (reason.contains("unrecognized") && reason.contains("name")) {
      return TlsPhrase.UNKNOWN_NAME_ADVICE;
    }
    if (reason.contains("protocol_version")
        || reason.contains("protocol version")
        || reason.contains("unsupported protocol")) {
      return TlsPhrase.OLD_TLS_ADVICE;
    }
    if (reason.contains("chain length") || reason.contains("excessive message size")) {
      return TlsPhrase.LONG_CHAIN_ADVICE;
    }
    if (reason.contains("handshake_failure")
        || reason.contains("handshake failure")
        || reason.contains("no cipher")) {
      return TlsPhrase.NO_CIPHER_ADVICE;
    }
    return TlsPhrase.NO_AGREEMENT_ADVICE;
  }

  /// One that vouches for itself may be meant; one that does so for another host is somebody
  /// else's.
  private static TouchFailure selfSigned(
      Endpoint endpoint, Attempt attempt, String whose, Optional<ServerCertificate> shown) {
    String host = endpoint.host().toLowerCase(Locale.ROOT);
    boolean strangers =
        PublicHosts.isPublic(host)
            && !hasCaFile(attempt)
            && shown.filter(one -> !names(one, host)).isPresent();
    return strangers
        ? untrusted(TlsPhrase.STRANGER.with(whose), TlsPhrase.STRANGER_ADVICE)
        : untrusted(
            TlsPhrase.SELF_SIGNED.with(whose),
            hasCaFile(attempt) ? TlsPhrase.NOT_IN_CA_FILE_ADVICE : TlsPhrase.AUTHORITY_ADVICE);
  }

  private static boolean names(ServerCertificate one, String host) {
    String all =
        (one.subject() + "," + one.names().stream().map(name -> "cn=" + name).toList())
            .toLowerCase(Locale.ROOT);
    String parent = host.substring(host.indexOf('.') + 1);
    return all.contains("cn=" + host) || all.contains("cn=*." + parent);
  }

  private static String said(Attempt attempt, TlsException refused) {
    return attempt.shown(String.valueOf(refused.getMessage()));
  }

  private static TouchFailure untrusted(Sentence message, TlsPhrase advice) {
    return untrusted(message, advice.with());
  }

  private static TouchFailure untrusted(Sentence message, Sentence advice) {
    return TouchFailure.lasting(FailureKind.TLS, message, advice);
  }

  private static String day(Optional<Instant> time) {
    return time.map(at -> at.atOffset(ZoneOffset.UTC).toLocalDate().toString()).orElse("?");
  }
}
