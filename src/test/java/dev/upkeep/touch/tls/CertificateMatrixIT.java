package dev.upkeep.touch.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.upkeep.touch.tls.CertificateCases.Case;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Good and bad certificates before both ways to TLS, whose verdict must be the same, and no laxer
/// than that of `openssl s_client` with its name check.
@EnabledOnOs(OS.LINUX)
final class CertificateMatrixIT {
  private static final int TIMEOUT = 10_000;

  @TempDir private static Path folder;
  private static CertificateCases cases;
  private static Path directory;

  @BeforeAll
  static void make() {
    cases = new CertificateCases(folder);
    directory = cases.directory();
  }

  @AfterAll
  static void all_is_freed() {
    assertThat(OpenSslSession.open()).isZero();
  }

  static Stream<Arguments> everyCaseOfTheSystem() {
    return everyCaseEveryWay().filter(one -> ((Case) one.get()[1]).trusted().isEmpty());
  }

  static Stream<Arguments> everyCaseEveryWay() {
    return cases.all().stream()
        .flatMap(one -> Stream.of(TlsWay.values()).map(way -> Arguments.of(way, one)));
  }

  static Stream<Case> everyCase() {
    return cases.all().stream();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("everyCaseOfTheSystem")
  void is_judged_by_the_system_s_authorities(TlsWay way, Case one) throws Exception {
    try (OpensslServer server = start(one)) {
      judge(way, one, server, Optional.empty());
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("everyCaseEveryWay")
  void is_judged_by_a_file_of_authorities(TlsWay way, Case one) throws Exception {
    List<byte[]> authorities =
        Pem.blocks(Files.readAllBytes(one.trusted().orElse(cases.file())), "CERTIFICATE");
    try (OpensslServer server = start(one)) {
      judge(way, one, server, Optional.of(authorities));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everyCase")
  void nothing_is_accepted_that_s_client_refuses(Case one) throws Exception {
    boolean ours = one.refused().isEmpty();
    try (OpensslServer server = start(one)) {
      boolean theirs = clientAccepts(one, server);
      System.out.printf(
          "%-60s s_client %s, Upkeep %s%n",
          one, theirs ? "accepts" : "refuses", ours ? "accepts" : "refuses " + one.refused());
      assertThat(theirs || !ours).isTrue();
    }
  }

  private OpensslServer start(Case one) throws IOException {
    return OpensslServer.start(folder, one.pair(), one.options().toArray(new String[0]));
  }

  private void judge(TlsWay way, Case one, OpensslServer server, Optional<List<byte[]>> authorities)
      throws Exception {
    Path trusted = authorities.isPresent() ? folder : directory;
    Tls tls = way.trusting(trusted);
    TlsPeer peer = new TlsPeer(one.host(), server.port(), authorities, Optional.empty());
    try (Socket tcp = server.connect()) {
      if (one.refused().isEmpty()) {
        Secured secured = tls.secure(tcp, peer, TIMEOUT);
        assertThat(secured.protocol()).isIn("TLSv1.2", "TLSv1.3");
        assertThat(secured.certificate().subject()).isEqualTo("CN=server");
        assertThat(echo(secured.socket())).isEqualTo("gnop\n");
        secured.socket().close();
      } else {
        TlsException refused =
            catchThrowableOfType(
                TlsException.class, () -> tls.secure(tcp, peer, TIMEOUT).socket().close());
        assertThat(refused).isNotNull();
        assertThat(refused.reason()).as(refused.toString()).isIn(one.refused());
        assertThat(refused.certificate().isPresent())
            .isEqualTo(refused.reason() != TlsException.Reason.PROTOCOL);
      }
    }
  }

  private static String echo(Socket socket) throws IOException {
    socket.getOutputStream().write("pong\n".getBytes(StandardCharsets.US_ASCII));
    return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
  }

  private boolean clientAccepts(Case one, OpensslServer server) throws Exception {
    OpenSslName name = OpenSslName.of(one.host());
    List<String> command =
        new ArrayList<>(
            List.of(
                "openssl",
                "s_client",
                "-connect",
                "127.0.0.1:" + server.port(),
                "-no-CAstore",
                "-verify_return_error",
                "-brief"));
    command.addAll(
        one.trusted().isPresent()
            ? List.of("-CAfile", one.trusted().get().toString(), "-no-CApath")
            : List.of("-CApath", directory.toString(), "-no-CAfile"));
    command.addAll(
        name.address() != null
            ? List.of("-verify_ip", one.host(), "-noservername")
            : List.of("-verify_hostname", name.text(), "-servername", name.text()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    return process.waitFor() == 0;
  }
}
