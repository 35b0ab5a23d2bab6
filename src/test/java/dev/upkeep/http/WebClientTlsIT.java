package dev.upkeep.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WebClientTlsIT {
  private static final Duration SECONDS = Duration.ofSeconds(5);

  private static TestAuthority authority;
  private static SSLContext right;
  private static SSLContext wrongHost;
  private static SSLContext expired;
  private static SSLContext notForServers;

  @BeforeAll
  static void issueCertificates(@TempDir Path folder) throws Exception {
    authority = new TestAuthority(folder);
    right = authority.server("right", "dns:localhost,ip:127.0.0.1");
    wrongHost = authority.server("elsewhere", "dns:elsewhere.example");
    expired = authority.server("expired", "dns:localhost", "-startdate", "-10d", "-validity", "3");
    notForServers = authority.server("client", "dns:localhost", "-ext", "eku=clientAuth");
  }

  /// One that remembers nothing of the tests before.
  private WatchedTrust ours;

  @BeforeEach
  void trustTheAuthority() throws Exception {
    ours = authority.trust();
  }

  @Test
  void theRightHostIsAcceptedAndEveryPartIsTimed() throws Exception {
    try (Tls server = new Tls(right);
        WebClient client = server.client("localhost", ours)) {
      Response response = client.send(Request.get(server.uri("localhost")));

      assertThat(response.body()).isEqualTo("secure");
      assertThat(response.timings().resolve()).isPresent();
      assertThat(response.timings().connect()).get().matches(Duration::isPositive);
      assertThat(response.timings().tls()).get().matches(Duration::isPositive);
      assertThat(response.timings().exchange()).get().matches(Duration::isPositive);
      assertThat(ours.chain().getFirst().getSubjectX500Principal().getName()).isEqualTo("CN=right");
    }
  }

  @Test
  void anAddressOfTheCertificateIsAccepted() throws Exception {
    try (Tls server = new Tls(right);
        WebClient client = server.client("127.0.0.1", ours)) {
      assertThat(client.send(Request.get(server.uri("127.0.0.1"))).ok()).isTrue();
    }
  }

  @Test
  void aSecondRequestUsesTheConnectionThatStands() throws Exception {
    try (Tls server = new Tls(right);
        WebClient client = server.client("localhost", ours)) {
      client.send(Request.get(server.uri("localhost")));
      SendTimings second = client.send(Request.get(server.uri("localhost"))).timings();

      assertThat(second.connect()).isEmpty();
      assertThat(second.tls()).isEmpty();
      assertThat(second.exchange()).isPresent();
      assertThat(ours.chain()).isNotEmpty();
    }
  }

  @Test
  void tls12IsEnough() throws Exception {
    try (Tls server = new Tls(right, "TLSv1.2");
        WebClient client = server.client("localhost", ours)) {
      assertThat(client.send(Request.get(server.uri("localhost"))).timings().tls()).isPresent();
    }
  }

  @Test
  void theWrongHostIsRejectedAndItsCertificateShown() throws Exception {
    assertRejected(wrongHost, "localhost", ours, "CN=elsewhere");
  }

  @Test
  void anAddressThatTheCertificateDoesNotNameIsRejected() throws Exception {
    assertRejected(expired, "127.0.0.1", ours, "CN=expired");
  }

  @Test
  void anExpiredCertificateIsRejectedAndShown() throws Exception {
    assertRejected(expired, "localhost", ours, "CN=expired");
  }

  @Test
  void aCertificateForAnotherPurposeIsRejected() throws Exception {
    assertRejected(notForServers, "localhost", ours, "CN=client");
  }

  @Test
  void anAuthorityThatTheSystemDoesNotKnowIsRejected() throws Exception {
    assertRejected(right, "localhost", WatchedTrust.inSystem(), "CN=right");
  }

  @Test
  void whoeverSaysNothingTrustsWhatTheSystemTrusts() throws Exception {
    try (Tls server = new Tls(right);
        WebClient client = WebClient.to(server.uri("localhost"))) {
      assertThatExceptionOfType(SSLHandshakeException.class)
          .isThrownBy(() -> client.send(Request.get(server.uri("localhost"))));
      assertThat(server.requests).isZero();
    }
  }

  @Test
  void theJdksSwitchForHostNamesTurnsNothingOff() throws Exception {
    // The client reads it once per JVM, too early for this test: what counts is the engine.
    SSLParameters weak = new SSLParameters();
    weak.setEndpointIdentificationAlgorithm(null);
    WatchedEngine engine =
        new WatchedEngine(right.createSSLEngine("h", 1), "h", 1, new Stopwatch());
    engine.setSSLParameters(weak);

    assertThat(engine.getSSLParameters().getEndpointIdentificationAlgorithm()).isEqualTo("HTTPS");
  }

  @Test
  void aServerWithoutTlsIsATlsFailure() throws Exception {
    try (RawServer server =
            new RawServer(socket -> {
              int first = socket.getInputStream().read();
              RawServer.write(socket, "HTTP/1.1 400 Bad Request\r\n\r\n" + first);
            });
        WebClient client = WebClient.to(server.uri("https", "/"), SECONDS, ours)) {
      assertThatExceptionOfType(SSLException.class)
          .isThrownBy(() -> client.send(Request.get(server.uri("https", "/canary"))))
          .withMessageNotContaining("canary");
      assertThat(ours.chain()).isEmpty();
    }
  }

  @Test
  void aServerThatIsSilentAfterTcpTimesOutInTls() throws Exception {
    CompletableFuture<Integer> hello = new CompletableFuture<>();
    try (RawServer server =
            new RawServer(socket -> {
              while (socket.getInputStream().read() >= 0) {
                hello.complete(1);
              }
            });
        WebClient client = WebClient.to(server.uri("https", "/"), SECONDS, ours)) {
      Request request =
          Request.get(server.uri("https", "/canary")).withTimeout(Duration.ofSeconds(2));

      assertThatExceptionOfType(SocketTimeoutException.class)
          .isThrownBy(() -> client.send(request))
          .withMessageNotContaining("canary");
      assertThat(hello.get(5, TimeUnit.SECONDS)).isEqualTo(1);
      assertThat(client.timings().connect()).isPresent();
      assertThat(client.timings().tls()).isEmpty();
    }
  }

  private static void assertRejected(
      SSLContext certificate, String host, WatchedTrust trust, String subject) throws IOException {
    try (Tls server = new Tls(certificate);
        WebClient client = WebClient.to(server.uri(host), SECONDS, trust)) {
      SSLHandshakeException e =
          catchThrowableOfType(
              SSLHandshakeException.class, () -> client.send(Request.get(server.uri(host))));

      assertThat(e).isNotNull().hasMessageNotContaining("canary");
      assertThat(trust.chain().getFirst().getSubjectX500Principal().getName()).isEqualTo(subject);
      assertThat(client.timings().connect()).isPresent();
      assertThat(client.timings().exchange()).isEmpty();
      assertThat(server.requests).isZero();
    }
  }

  /// The JDK's own server, on loopback.
  private static final class Tls implements AutoCloseable {
    private final HttpsServer server;
    private volatile int requests;

    Tls(SSLContext context, String... protocols) throws IOException {
      server = HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 10);
      server.setHttpsConfigurator(
          new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
              SSLParameters ssl = context.getDefaultSSLParameters();
              if (protocols.length > 0) {
                ssl.setProtocols(protocols);
              }
              parameters.setSSLParameters(ssl);
            }
          });
      server.createContext(
          "/",
          exchange -> {
            requests = 1;
            byte[] body = "secure".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.setExecutor(Thread::startVirtualThread);
      server.start();
    }

    WebClient client(String host, WatchedTrust trust) {
      return WebClient.to(uri(host), SECONDS, trust);
    }

    URI uri(String host) {
      return URI.create("https://" + host + ":" + server.getAddress().getPort() + "/canary");
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
