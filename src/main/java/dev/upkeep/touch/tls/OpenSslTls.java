package dev.upkeep.touch.tls;

import java.io.IOException;
import java.net.Socket;

/// TLS by the system's OpenSSL 3, which judges the server as it does for curl and redis-cli.
///
/// The authorities come from a directory in which each lies under the hash of its name, so that a
/// handshake reads one file; to read all of them takes longer than a touch.
final class OpenSslTls implements Tls {
  private final LibSsl lib;
  private final OpenSslContexts contexts;
  private final OpenSslCertificates certificates;

  /// @param directory of authorities under their hashes, or several joined with colons
  OpenSslTls(LibSsl lib, String directory) {
    this.lib = lib;
    this.contexts = new OpenSslContexts(lib, directory);
    this.certificates = new OpenSslCertificates(lib);
  }

  @Override
  public void prepare() {
    contexts.prepare();
  }

  @Override
  public Secured secure(Socket tcp, TlsPeer peer, int timeoutMillis) throws IOException {
    OpenSslName name = OpenSslName.of(peer.host());
    tcp.setSoTimeout(timeoutMillis);
    OpenSslSession session =
        OpenSslSession.begin(lib, certificates, contexts.newSsl(peer.authorities()), name, peer);
    try {
      OpenSslSocket socket = new OpenSslSocket(tcp, session);
      socket.handshake();
      ServerCertificate shown = session.certificate();
      return new Secured(
          socket, session.protocol(), session.cipher(), shown, () -> session.named(shown));
    } catch (IOException | RuntimeException e) {
      session.free();
      throw e;
    }
  }
}
