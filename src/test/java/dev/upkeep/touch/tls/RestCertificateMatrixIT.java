package dev.upkeep.touch.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.upkeep.http.Request;
import dev.upkeep.http.WatchedTrust;
import dev.upkeep.http.WebClient;
import dev.upkeep.touch.tls.CertificateCases.Case;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The same good and bad certificates before the client of the REST API, with the same verdicts. It
/// looks its host up itself, so that only those of this computer's own names and addresses come
/// here; the others are judged by the same class in [CertificateMatrixIT].
@EnabledOnOs(OS.LINUX)
final class RestCertificateMatrixIT {
  @TempDir private static Path folder;
  private static CertificateCases cases;

  @BeforeAll
  static void make() {
    cases = new CertificateCases(folder, "localhost");
  }

  static Stream<Case> everyCase() {
    return cases.all().stream().filter(one -> one.host().equals("localhost"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everyCase")
  void is_judged_alike_over_rest(Case one) throws Exception {
    WatchedTrust trust = WatchedTrust.in(store(one.trusted().orElse(cases.file())));
    try (OpensslServer server = OpensslServer.answering(folder, one.pair(), one.options());
        WebClient client =
            WebClient.to(
                URI.create("https://localhost:" + server.port()), Duration.ofSeconds(10), trust)) {
      Request request = Request.get(URI.create("https://localhost:" + server.port() + "/"));
      if (one.refused().isEmpty()) {
        assertThat(client.send(request).status()).isEqualTo(200);
      } else {
        SSLException refused = catchThrowableOfType(SSLException.class, () -> client.send(request));
        assertThat(refused).isNotNull();
        assertThat(JsseReasons.reason(refused, trust).reason()).isIn(one.refused());
      }
    }
  }

  private static KeyStore store(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int n = 0;
    for (var one : JsseTls.certificates(Pem.blocks(Files.readAllBytes(file), "CERTIFICATE"))) {
      store.setCertificateEntry("ca-" + n++, one);
    }
    return store;
  }
}
