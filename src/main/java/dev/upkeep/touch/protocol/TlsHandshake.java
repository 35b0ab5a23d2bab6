package dev.upkeep.touch.protocol;

import dev.upkeep.database.Endpoint;
import dev.upkeep.http.WatchedTrust;
import dev.upkeep.network.NameLookup;
import dev.upkeep.touch.Certificate;
import dev.upkeep.touch.Rung;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/// Puts TLS over a connected socket: host name verified, SNI sent, nothing below TLS 1.2. There is
/// no way to ask for less.
final class TlsHandshake {
  private TlsHandshake() {}

  static SSLSocket over(Socket tcp, Endpoint.Redis endpoint, Attempt attempt, Deadline limit)
      throws TouchFailure {
    long start = System.nanoTime();
    WatchedTrust trust = CaFiles.trust(attempt.database());
    try {
      SSLSocket socket = negotiate(tcp, endpoint, trust, limit);
      Optional<Certificate> certificate = CertificateDetails.of(trust, attempt);
      certificate.ifPresent(attempt::saw);
      SSLSession session = socket.getSession();
      attempt.reached(Rung.TLS, start, session.getProtocol());
      return socket;
    } catch (IOException e) {
      CertificateDetails.of(trust, attempt).ifPresent(attempt::saw);
      throw TlsFailures.explain(endpoint, tcp.getInetAddress(), attempt, trust, limit, e);
    }
  }

  /// Shakes hands within the limit.
  ///
  /// @throws IOException as JSSE throws it; `trust` then knows the certificate, if one came
  static SSLSocket negotiate(
      Socket tcp, Endpoint.Redis endpoint, WatchedTrust trust, Deadline limit) throws IOException {
    tcp.setSoTimeout(limit.remainingMillis());
    SSLSocket socket =
        (SSLSocket)
            trust
                .context()
                .getSocketFactory()
                .createSocket(tcp, endpoint.host(), endpoint.port(), true);
    socket.setSSLParameters(parameters(socket, endpoint.host()));
    socket.startHandshake();
    return socket;
  }

  private static SSLParameters parameters(SSLSocket socket, String host) {
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    serverName(host).ifPresent(name -> parameters.setServerNames(List.of(name)));
    return parameters;
  }

  /// SNI is for names only ([RFC 6066](https://www.rfc-editor.org/rfc/rfc6066#section-3)), and JSSE
  /// takes no name with an underscore; the certificate is checked against the host all the same.
  private static Optional<SNIHostName> serverName(String host) {
    if (NameLookup.literal(host).isPresent()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new SNIHostName(host));
    } catch (IllegalArgumentException notForSni) {
      return Optional.empty();
    }
  }
}
