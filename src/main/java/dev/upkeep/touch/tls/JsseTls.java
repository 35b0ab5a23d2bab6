package dev.upkeep.touch.tls;

import dev.upkeep.http.WatchedTrust;
import dev.upkeep.network.NameLookup;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// TLS by the JDK.
final class JsseTls implements Tls {
  private final Optional<String> directory;

  /// Trusts the system's authorities.
  JsseTls() {
    this.directory = Optional.empty();
  }

  /// Trusts those of a directory.
  JsseTls(String directory) {
    this.directory = Optional.of(directory);
  }

  @Override
  public void prepare() {
    JsseHeadStart.begin();
  }

  @Override
  public Secured secure(Socket tcp, TlsPeer peer, int timeoutMillis) throws IOException {
    WatchedTrust trust = trust(peer);
    AtomicBoolean asked = new AtomicBoolean();
    tcp.setSoTimeout(timeoutMillis);
    try {
      SSLSocket socket =
          (SSLSocket)
              JsseIdentity.context(trust, peer.identity(), asked)
                  .getSocketFactory()
                  .createSocket(tcp, peer.host(), peer.port(), true);
      socket.setSSLParameters(parameters(socket, peer.host()));
      socket.startHandshake();
      ServerCertificate shown = ServerCertificate.of(trust.chain().getFirst());
      return new Secured(
          new JsseSocket(socket, trust, asked::get),
          socket.getSession().getProtocol(),
          socket.getSession().getCipherSuite(),
          shown,
          () -> shown);
    } catch (TlsException known) {
      throw known;
    } catch (SSLException e) {
      throw JsseReasons.of(e, trust, asked.get());
    } catch (SocketException e) {
      throw asked.get() && !JsseReasons.isOurDoing(e) ? JsseReasons.of(e, trust, true) : e;
    }
  }

  private WatchedTrust trust(TlsPeer peer) throws TlsException {
    try {
      if (peer.authorities().isPresent()) {
        return WatchedTrust.in(store(peer.authorities().get()));
      }
      return directory.isPresent()
          ? WatchedTrust.inDirectory(directory.get())
          : WatchedTrust.inSystem();
    } catch (GeneralSecurityException | IOException e) {
      throw new TlsException(
          TlsException.Reason.PROTOCOL, "the trusted certificates cannot be read", null, e);
    }
  }

  private static KeyStore store(List<byte[]> authorities)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int n = 0;
    for (X509Certificate authority : certificates(authorities)) {
      store.setCertificateEntry("ca-" + n++, authority);
    }
    return store;
  }

  static List<X509Certificate> certificates(List<byte[]> all) throws GeneralSecurityException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    List<X509Certificate> certificates = new ArrayList<>();
    for (byte[] der : all) {
      certificates.add(
          (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
    }
    return certificates;
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
