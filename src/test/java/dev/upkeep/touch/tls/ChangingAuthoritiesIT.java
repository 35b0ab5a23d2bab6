package dev.upkeep.touch.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upkeep.touch.tls.OpensslFiles.Pair;
import dev.upkeep.touch.tls.OpensslFiles.Wish;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What happens to a process that runs for weeks: authorities come and go, and servers fall silent.
@EnabledOnOs(OS.LINUX)
final class ChangingAuthoritiesIT {
  private static final int TIMEOUT = 10_000;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(TlsWay.class)
  void an_authority_that_was_added_counts_and_one_that_was_removed_does_not(TlsWay way)
      throws Exception {
    OpensslFiles files = new OpensslFiles(folder);
    Pair old = files.selfSigned(Wish.authority("Old root"));
    Pair root = files.selfSigned(Wish.authority("Company"));
    Pair pair = files.signed(Wish.server("subjectAltName=DNS:localhost"), root);
    Path directory = files.directory(old);
    Tls tls = way.trusting(directory);
    try (OpensslServer server = OpensslServer.start(folder, pair)) {
      assertThat(accepts(tls, server)).isFalse();

      Path added = Files.copy(root.certificate(), directory.resolve("company.pem"));
      files.rehash(directory);
      assertThat(accepts(tls, server)).isTrue();

      Files.delete(added);
      files.rehash(directory);
      assertThat(accepts(tls, server)).isFalse();
      try (Stream<Path> left = Files.list(directory)) {
        assertThat(left).hasSize(2);
      }
    }
    assertThat(OpenSslSession.open()).isZero();
  }

  @ParameterizedTest
  @EnumSource(TlsWay.class)
  void a_server_that_says_nothing_ends_in_a_timeout(TlsWay way) throws Exception {
    try (ServerSocket silent = new ServerSocket(0);
        Socket tcp = connected(silent)) {
      Tls tls = way.trusting(folder);
      assertThatExceptionOfType(SocketTimeoutException.class)
          .isThrownBy(() -> tls.secure(tcp, peer(silent.getLocalPort()), 50));
    }
    assertThat(OpenSslSession.open()).isZero();
  }

  @ParameterizedTest
  @EnumSource(TlsWay.class)
  void a_socket_that_another_thread_closes_ends_the_wait(TlsWay way) throws Exception {
    try (ServerSocket silent = new ServerSocket(0);
        Socket tcp = connected(silent)) {
      Tls tls = way.trusting(folder);
      Socket below = tcp;
      Thread closer =
          Thread.ofVirtual()
              .start(() -> {
                try (Socket accepted = silent.accept()) {
                  // The other end has begun to speak: now it is given up.
                  var _ = accepted.getInputStream().read();
                  below.close();
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      assertThatExceptionOfType(SocketException.class)
          .isThrownBy(() -> tls.secure(tcp, peer(silent.getLocalPort()), TIMEOUT));
      closer.join();
    }
    assertThat(OpenSslSession.open()).isZero();
  }

  @ParameterizedTest
  @EnumSource(TlsWay.class)
  void a_connection_that_ends_without_a_goodbye_is_no_end_of_data(TlsWay way) throws Exception {
    try (ServerSocket rude = new ServerSocket(0);
        Socket tcp = connected(rude)) {
      Tls tls = way.trusting(folder);
      rude.accept().close();
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> tls.secure(tcp, peer(rude.getLocalPort()), TIMEOUT))
          .isInstanceOfAny(EOFException.class, SocketException.class);
    }
    assertThat(OpenSslSession.open()).isZero();
  }

  private static Socket connected(ServerSocket server) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort());
  }

  private static boolean accepts(Tls tls, OpensslServer server) throws IOException {
    try (Socket tcp = server.connect()) {
      tls.secure(tcp, peer(server.port()), TIMEOUT).socket().close();
      return true;
    } catch (TlsException refused) {
      assertThat(refused.reason()).isEqualTo(TlsException.Reason.UNTRUSTED);
      return false;
    }
  }

  private static TlsPeer peer(int port) {
    return new TlsPeer("localhost", port, Optional.empty(), Optional.empty());
  }
}
