package dev.upkeep.touch.protocol;

import dev.upkeep.database.Endpoint;
import dev.upkeep.network.PublicHosts;
import dev.upkeep.touch.FailureKind;
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
  private static final String GIVE_AUTHORITY =
      "If that is intended, give the authority's certificate with --ca-file.";

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
      return plainRedis(endpoint).causedBy(e);
    }
    return ConnectionFailures.broken(endpoint, limit, e);
  }

  /// Explains what the server, or its certificate, was refused for, in either protocol.
  static TouchFailure explain(Endpoint endpoint, Attempt attempt, TlsException refused) {
    return failure(endpoint, attempt, refused).causedBy(refused);
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

  private static TouchFailure failure(Endpoint endpoint, Attempt attempt, TlsException refused) {
    String whose = "The certificate of " + endpoint.hostAndPort();
    Optional<ServerCertificate> shown = refused.certificate();
    return switch (refused.reason()) {
      case EXPIRED ->
          untrusted(
              whose + " expired on " + day(shown.map(ServerCertificate::notAfter)) + ".",
              "Its owner must renew it. If it looks valid to others, check this computer's"
                  + " clock.");
      case NOT_YET_VALID ->
          untrusted(
              whose + " is valid only from " + day(shown.map(ServerCertificate::notBefore)) + ".",
              "Check this computer's clock.");
      case AUTHORITY_EXPIRED ->
          untrusted(
              whose + " was issued by an authority whose own certificate has expired.",
              "Its owner must replace what the server sends along with its certificate. If it"
                  + " looks valid to others, check this computer's clock.");
      case OTHER_HOST ->
          untrusted(
              whose
                  + shown
                      .map(ServerCertificate::names)
                      .filter(names -> !names.isEmpty())
                      .map(names -> " is for another host: " + listed(names, attempt))
                      .orElse(" names no host: what its common name says counts nowhere any more")
                  + ".",
              "Check the host; where the certificate is right, give its name with --sni. Something"
                  + " between this computer and the server may be intercepting the connection.");
      case NOT_FOR_SERVERS ->
          untrusted(
              whose + " is not made for servers.",
              "Its owner must replace it with one for servers.");
      case SELF_SIGNED -> selfSigned(endpoint, attempt, whose, shown);
      case UNTRUSTED -> untrustedAuthority(whose, attempt, shown);
      case TOO_WEAK ->
          untrusted(
              whose + " is too weak: a key or a signature in it can be forged.",
              "Its owner must replace it: RSA from 2,048 bits on or EC, signed with SHA-256.");
      case REJECTED ->
          untrusted(
              whose + " was rejected: " + said(attempt, refused) + ".",
              "Ask the server's owner to check its certificate.");
      case WANTS_CLIENT_CERTIFICATE -> wantsClientCertificate(endpoint, attempt, refused);
      case BAD_IDENTITY ->
          untrusted(
              "The private key does not belong to the client certificate.",
              "Look at --cert and --cert-key.");
      case PROTOCOL ->
          untrusted(
              "No encrypted connection to "
                  + endpoint.hostAndPort()
                  + ": "
                  + said(attempt, refused)
                  + ".",
              agreement(String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT)));
      case NOT_TLS -> plainRedis(endpoint);
    };
  }

  private static TouchFailure wantsClientCertificate(
      Endpoint endpoint, Attempt attempt, TlsException refused) {
    if (attempt.database().clientCertificate().isEmpty()) {
      return untrusted(
          endpoint.hostAndPort() + " wants a client certificate, and was shown none.",
          endpoint instanceof Endpoint.Rest
              ? "Over REST Upkeep shows none; use the database's rediss:// address."
              : "Give one that its authority has signed, with --cert and --cert-key; or turn that off on"
                  + " the server (Redis: tls-auth-clients no).");
    }
    return untrusted(
        endpoint.hostAndPort()
            + " does not take the client certificate: "
            + said(attempt, refused)
            + ".",
        "It must be signed by an authority that the server trusts, be valid, and be made for"
            + " clients.");
  }

  private static String listed(List<String> names, Attempt attempt) {
    String first =
        names.stream().limit(MOST_NAMES).map(attempt::shown).collect(Collectors.joining(", "));
    return names.size() <= MOST_NAMES
        ? first
        : first + " and " + (names.size() - MOST_NAMES) + " more";
  }

  private static boolean hasCaFile(Attempt attempt) {
    return attempt.database().caFile().isPresent();
  }

  /// Whose certificate is missing: the wrong authority was given, or the server does not send one
  /// in between.
  private static TouchFailure untrustedAuthority(
      String whose, Attempt attempt, Optional<ServerCertificate> shown) {
    if (!hasCaFile(attempt)) {
      return untrusted(
          whose + " was issued by an authority that is not trusted here.", GIVE_AUTHORITY);
    }
    String issuer =
        shown.map(one -> CertificateDetails.of(one, attempt).issuer()).orElse("its issuer");
    return untrusted(
        whose + " was issued by " + issuer + ", which the file of --ca-file does not vouch for.",
        "Give the certificate of "
            + issuer
            + ", and those above it up to one that has signed itself.");
  }

  /// What to do where both ends speak TLS and do not agree, by the alert in either way's words.
  private static String agreement(String reason) {
    if (reason.contains("unrecognized") && reason.contains("name")) {
      return "The server knows no host of this name. Give the one that it knows with --sni.";
    }
    if (reason.contains("protocol_version")
        || reason.contains("protocol version")
        || reason.contains("unsupported protocol")) {
      return "The server speaks only TLS older than 1.2, which is not safe; its owner must turn on"
          + " TLS 1.2 or 1.3.";
    }
    if (reason.contains("chain length") || reason.contains("excessive message size")) {
      return "The server sends more certificates than any needs; its owner must shorten its chain.";
    }
    if (reason.contains("handshake_failure")
        || reason.contains("handshake failure")
        || reason.contains("no cipher")) {
      return "Server and Upkeep have no cipher in common. With TLS 1.2 the server must offer ECDHE,"
          + " since a key exchange by RSA alone protects nothing once its key is lost.";
    }
    return "Server and Upkeep could not agree on TLS 1.2 or 1.3.";
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
        ? untrusted(
            whose + " vouches for itself, and not for this host.",
            "Somebody else answers in the server's place: a network that wants a login first, or a"
                + " filter. Open a page in a browser, or try from another network.")
        : untrusted(
            whose + " is self-signed.",
            hasCaFile(attempt)
                ? "It is not the one in the file of --ca-file; give that file this certificate."
                : GIVE_AUTHORITY);
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

  private static TouchFailure untrusted(String message, String advice) {
    return TouchFailure.lasting(FailureKind.TLS, message, advice);
  }

  private static String day(Optional<Instant> time) {
    return time.map(at -> at.atOffset(ZoneOffset.UTC).toLocalDate().toString()).orElse("?");
  }
}
