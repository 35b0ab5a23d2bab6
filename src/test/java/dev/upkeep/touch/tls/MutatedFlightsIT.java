package dev.upkeep.touch.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.upkeep.touch.tls.OpensslFiles.Pair;
import dev.upkeep.touch.tls.OpensslFiles.Wish;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a server said in a good handshake, said again with some bytes changed at random: each ends
/// in an exception with a sentence, and nothing is left behind. `-Dupkeep.flights` has more of
/// them.
@EnabledOnOs(OS.LINUX)
final class MutatedFlightsIT {
  private static final int FLIGHTS = Integer.getInteger("upkeep.flights", 400);
  private static final int MOST_CHANGES = 8;

  @TempDir private static Path folder;
  private static Pair server;
  private static Path directory;

  @BeforeAll
  static void make() {
    OpensslFiles files = new OpensslFiles(folder);
    Pair root = files.selfSigned(Wish.authority("Root of the tests"));
    server = files.signed(Wish.server("subjectAltName=DNS:localhost"), root);
    directory = files.directory(root);
  }

  @ParameterizedTest
  @CsvSource({"OPENSSL, -tls1_2", "OPENSSL, -tls1_3", "JSSE, -tls1_2", "JSSE, -tls1_3"})
  void each_ends_in_a_sentence(TlsWay way, String version) throws Exception {
    Tls tls = way.trusting(directory);
    byte[] good = record(tls, version);
    assertThat(good.length).isGreaterThan(500);
    Random random = new Random(20261130);
    for (int i = 0; i < FLIGHTS / 4; i++) {
      byte[] flight = good.clone();
      for (int change = random.nextInt(MOST_CHANGES); change >= 0; change--) {
        flight[random.nextInt(flight.length)] = (byte) random.nextInt();
      }
      Replay replay = new Replay(flight);
      Throwable end = catchThrowable(() -> tls.secure(replay, peer(1), 1000));
      assertThat(end).isInstanceOf(IOException.class);
      assertThat(end.getMessage()).as(end.toString()).isNotBlank();
    }
    assertThat(OpenSslSession.open()).isZero();
  }

  private static TlsPeer peer(int port) {
    return new TlsPeer("localhost", port, Optional.empty(), Optional.empty());
  }

  private static byte[] record(Tls tls, String version) throws IOException {
    try (OpensslServer running = OpensslServer.start(folder, server, version);
        Socket tcp = running.connect()) {
      Recording recording = new Recording(tcp);
      tls.secure(recording, peer(running.port()), 10_000).socket().close();
      return recording.heard.toByteArray();
    }
  }

  /// Keeps what comes from the wire.
  private static final class Recording extends LayeredSocket {
    private final Socket tcp;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    Recording(Socket tcp) {
      super(tcp);
      this.tcp = tcp;
    }

    @Override
    public InputStream getInputStream() {
      return new InputStream() {
        @Override
        public int read() throws IOException {
          byte[] one = new byte[1];
          return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
          int count = tcp.getInputStream().read(bytes, offset, length);
          heard.write(bytes, offset, Math.max(0, count));
          return count;
        }
      };
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      return tcp.getOutputStream();
    }

    @Override
    public synchronized void close() throws IOException {
      tcp.close();
    }
  }

  /// Says what it was told to, and does not listen.
  private static final class Replay extends Socket {
    private final InputStream said;

    Replay(byte[] said) {
      this.said = new ByteArrayInputStream(said);
    }

    @Override
    public InputStream getInputStream() {
      return said;
    }

    @Override
    public OutputStream getOutputStream() {
      return OutputStream.nullOutputStream();
    }

    @Override
    public boolean isConnected() {
      return true;
    }

    @Override
    public void setSoTimeout(int millis) {}
  }
}
