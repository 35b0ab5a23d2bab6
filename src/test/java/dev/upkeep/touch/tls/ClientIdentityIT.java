package dev.upkeep.touch.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.upkeep.touch.tls.OpensslFiles.Pair;
import dev.upkeep.touch.tls.OpensslFiles.Wish;
import dev.upkeep.touch.tls.TlsException.Reason;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Showing who we are to a server that insists on it.
@EnabledOnOs(OS.LINUX)
final class ClientIdentityIT {
  private static final int TIMEOUT = 10_000;

  @TempDir private static Path folder;
  private static OpensslFiles files;
  private static Pair root;
  private static Pair server;
  private static Path directory;

  @BeforeAll
  static void make() {
    files = new OpensslFiles(folder);
    root = files.selfSigned(Wish.authority("Root of the tests"));
    server = files.signed(Wish.server("subjectAltName=DNS:localhost"), root);
    directory = files.directory(root);
  }

  @ParameterizedTest
  @CsvSource({
    "OPENSSL, EC:P-256, -tls1_2", "OPENSSL, EC:P-384, -tls1_3", "OPENSSL, RSA:2048, -tls1_3",
    "JSSE, EC:P-256, -tls1_2", "JSSE, EC:P-384, -tls1_3", "JSSE, RSA:2048, -tls1_3"
  })
  void is_shown_with_the_authorities_in_between(TlsWay way, String algorithm, String version)
      throws Exception {
    Pair middle = files.signed(Wish.authority("Middle"), root);
    Pair client = files.signed(client(algorithm), middle);
    Path chain = files.joined(client.certificate(), middle.certificate());
    for (Path key : List.of(client.key(), files.traditional(client.key()))) {
      try (OpensslServer insisting = insisting(version)) {
        assertThat(echo(way, insisting, Optional.of(identity(chain, key)))).isEqualTo("gnop\n");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"OPENSSL, -tls1_3", "JSSE, -tls1_3"})
  void that_one_is_wanted_is_told(TlsWay way, String version) throws Exception {
    try (OpensslServer insisting = insisting(version)) {
      assertThat(refused(way, insisting, Optional.empty()))
          .isEqualTo(Reason.WANTS_CLIENT_CERTIFICATE);
    }
  }

  @ParameterizedTest
  @EnumSource(TlsWay.class)
  void one_that_the_server_does_not_know_is_told(TlsWay way) throws Exception {
    Pair stranger = files.selfSigned(client("EC:P-256"));
    try (OpensslServer insisting = insisting("-tls1_2")) {
      ClientIdentity identity = identity(stranger.certificate(), stranger.key());
      assertThat(refused(way, insisting, Optional.of(identity)))
          .isEqualTo(Reason.WANTS_CLIENT_CERTIFICATE);
    }
  }

  @ParameterizedTest
  @EnumSource(TlsWay.class)
  void a_key_of_another_certificate_is_told_before_anything_is_sent(TlsWay way) throws Exception {
    Pair one = files.signed(client("EC:P-256"), root);
    Pair other = files.signed(client("EC:P-256"), root);
    try (OpensslServer insisting = insisting("-tls1_3")) {
      ClientIdentity identity = identity(one.certificate(), other.key());
      assertThat(refused(way, insisting, Optional.of(identity))).isEqualTo(Reason.BAD_IDENTITY);
    }
    assertThat(OpenSslSession.open()).isZero();
  }

  @Test
  void a_key_with_a_passphrase_is_refused_and_nobody_is_asked() throws Exception {
    Pair client = files.signed(client("EC:P-256"), root);
    for (Path locked : List.of(files.locked(client.key()), files.lockedTraditional(client.key()))) {
      assertThatThrownBy(() -> identity(client.certificate(), locked))
          .isInstanceOf(GeneralSecurityException.class)
          .hasMessageContaining("passphrase");
    }
  }

  @Test
  void what_is_no_key_is_refused() throws Exception {
    Pair client = files.signed(client("EC:P-256"), root);
    byte[] chain = Files.readAllBytes(client.certificate());
    assertThatThrownBy(() -> ClientIdentity.of(chain, chain))
        .hasMessage("There is no private key in PEM form.");
    assertThatThrownBy(() -> ClientIdentity.of(Files.readAllBytes(client.key()), chain))
        .hasMessage("There is no certificate in PEM form.");
    String broken = "-----BEGIN EC PRIVATE KEY-----\nMIIB\n-----END EC PRIVATE KEY-----\n";
    assertThatThrownBy(() -> ClientIdentity.of(chain, broken.getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void is_not_printed() throws Exception {
    Pair client = files.signed(client("EC:P-256"), root);
    assertThat(identity(client.certificate(), client.key()))
        .hasToString("a client's certificate and key");
  }

  private static Wish client(String algorithm) {
    return Wish.server("")
        .named("client")
        .extended("extendedKeyUsage=clientAuth\n")
        .algorithm(algorithm);
  }

  private static ClientIdentity identity(Path chain, Path key)
      throws IOException, GeneralSecurityException {
    return ClientIdentity.of(Files.readAllBytes(chain), Files.readAllBytes(key));
  }

  private static OpensslServer insisting(String version) throws IOException {
    return OpensslServer.start(
        folder,
        server,
        version,
        "-Verify",
        "3",
        "-verify_return_error",
        "-CAfile",
        root.certificate().toString());
  }

  private static String echo(TlsWay way, OpensslServer insisting, Optional<ClientIdentity> identity)
      throws IOException {
    TlsPeer peer = new TlsPeer("localhost", insisting.port(), Optional.empty(), identity);
    try (Socket tcp = insisting.connect();
        Socket socket = way.trusting(directory).secure(tcp, peer, TIMEOUT).socket()) {
      socket.getOutputStream().write("pong\n".getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
    }
  }

  /// With TLS 1.3 it is the first read that tells.
  private static Reason refused(
      TlsWay way, OpensslServer insisting, Optional<ClientIdentity> identity) {
    TlsPeer peer = new TlsPeer("localhost", insisting.port(), Optional.empty(), identity);
    TlsException refused =
        catchThrowableOfType(
            TlsException.class,
            () -> {
              try (Socket tcp = insisting.connect();
                  Socket socket = way.trusting(directory).secure(tcp, peer, TIMEOUT).socket()) {
                var _ = socket.getInputStream().read();
              }
            });
    assertThat(refused).isNotNull();
    return refused.reason();
  }
}
