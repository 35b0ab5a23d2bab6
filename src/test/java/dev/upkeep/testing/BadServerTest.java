package dev.upkeep.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BadServerTest {
  @Test
  void answersInExactlyTheWordsItWasGivenAndRemembersTheQuestions() throws IOException {
    try (BadServer server = BadServer.replying(command -> "-ERR é " + command.get(0) + "\r\n");
        RespClient client = RespClient.connect(server.port())) {
      assertThat(client.call("SET", "k", "v").display()).isEqualTo("(error) ERR é SET");
      assertThat(server.commands()).containsExactly(List.of("SET", "k", "v"));
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void speaksOverTls() throws IOException {
    try (BadServer server =
            BadServer.start(Behaviours.redis(new FakeRedis()), Certificates.server());
        RespClient client = RespClient.connectTls(server.port(), Certificates.clientContext())) {
      assertThat(client.call("PING").display()).isEqualTo("PONG");
      assertThat(server.url()).startsWith("rediss://localhost:");
    }
  }

  @Test
  void speaksTheProtocolVersionThatWasAskedFor() throws IOException {
    try (BadServer server = BadServer.start(Behaviours.redis(new FakeRedis()));
        RespClient client = RespClient.connect(server.port())) {
      client.send("*2\r\n$3\r\nGET\r\n$1\r\nk\r\n");
      assertThat(text(client, 5)).isEqualTo("$-1\r\n");
      assertThat(client.call("HELLO", "3")).isInstanceOf(Resp.Pairs.class);
      client.send("*2\r\n$3\r\nGET\r\n$1\r\nk\r\n");
      assertThat(text(client, 3)).isEqualTo("_\r\n");
      assertThat(client.call("HELLO", "4").display()).contains("NOPROTO");
    }
  }

  @Test
  void staysSilent() throws IOException {
    try (BadServer server = BadServer.start(Behaviours.silent());
        RespClient client = RespClient.connect(server.port())) {
      client.timeout(100);
      assertThatThrownBy(() -> client.call("PING")).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void dripsAValidReply() throws IOException {
    Behaviour behaviour = Behaviours.dripping("+PONG\r\n", Duration.ofMillis(5));
    try (BadServer server = BadServer.start(behaviour);
        RespClient client = RespClient.connect(server.port())) {
      long start = System.nanoTime();
      assertThat(client.call("PING").display()).isEqualTo("PONG");
      assertThat(System.nanoTime() - start).isGreaterThan(Duration.ofMillis(25).toNanos());
    }
  }

  @Test
  void dripsForeverAndEndsWithTheServer() throws IOException {
    BadServer server = BadServer.start(Behaviours.drippingForever(Duration.ofMillis(1)));
    try (server;
        RespClient client = RespClient.connect(server.port())) {
      client.send("x");
      assertThat(text(client, 10)).isEqualTo("+aaaaaaaaa");
      server.close();
      assertThatThrownBy(() -> drain(client)).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void closesAtOnce() throws IOException {
    try (BadServer server = BadServer.start(Behaviours.closing());
        RespClient client = RespClient.connect(server.port())) {
      assertThat(client.in().read()).isEqualTo(-1);
    }
  }

  @Test
  void resets() throws IOException {
    try (BadServer server = BadServer.start(Behaviours.resetting());
        RespClient client = RespClient.connect(server.port())) {
      assertThatThrownBy(() -> client.call("PING")).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void isPoliteUntilTheTimeHasCome() throws IOException {
    try (BadServer server = BadServer.start(Behaviours.closing().insteadOf("GET"));
        RespClient client = RespClient.connect(server.port())) {
      assertThat(client.call("AUTH", "p").display()).isEqualTo("OK");
      assertThatThrownBy(() -> client.call("GET", "k")).isInstanceOf(IOException.class);
    }
    try (BadServer server = BadServer.start(Behaviours.closing().after("AUTH"));
        RespClient client = RespClient.connect(server.port())) {
      assertThat(client.call("AUTH", "p").display()).isEqualTo("OK");
      assertThatThrownBy(() -> client.call("PING")).isInstanceOf(IOException.class);
    }
  }

  @Test
  void closesInTheMiddleOfAReply() throws IOException {
    try (BadServer server = BadServer.start(Behaviours.closingInMidReply());
        RespClient client = RespClient.connect(server.port())) {
      client.send("x");
      assertThat(text(client, 8)).isEqualTo("$100\r\non");
    }
  }

  @Test
  void announcesMoreThanAnybodyShouldBelieve() throws IOException {
    assertThat(firstBytes(Behaviours.announcingBulk((1L << 20) + 1), 10)).isEqualTo("$1048577\r\n");
    assertThat(firstBytes(Behaviours.announcingArray(1025), 7)).isEqualTo("*1025\r\n");
    assertThat(firstBytes(Behaviours.nestingArrays(5), 25)).endsWith("*1\r\n+OK\r\n");
    assertThat(firstBytes(Behaviours.sending("$-2\r\n"), 5)).isEqualTo("$-2\r\n");
  }

  @Test
  void neverEnds() throws IOException {
    assertThat(firstBytes(Behaviours.endlessLine(), 1 << 20)).startsWith("+").doesNotContain("\n");
    assertThat(firstBytes(Behaviours.endlessReplies(), 1 << 20)).startsWith("+OK\r\n+OK\r\n");
    assertThat(firstBytes(Behaviours.endlessArray(9), 1 << 20)).startsWith("*9\r\n:1\r\n:1\r\n");
  }

  @Test
  void isSomethingElse() throws IOException {
    assertThat(firstBytes(Behaviours.ssh(), 8)).isEqualTo("SSH-2.0-");
    assertThat(firstBytes(Behaviours.http(), 15)).isEqualTo("HTTP/1.1 400 Ba");
  }

  @Test
  void forgetsWhatItAcknowledged() throws IOException {
    try (BadServer server = BadServer.start(Behaviours.forgetful());
        RespClient client = RespClient.connect(server.port())) {
      assertThat(client.call("SET", "k", "v").display()).isEqualTo("OK");
      assertThat(client.call("GET", "k").display()).isEqualTo("(nil)");
    }
  }

  @Test
  void readsFromTheReplicaForAWhile() throws IOException {
    try (BadServer server = BadServer.start(Behaviours.staleReads(2, Optional.of("old")));
        RespClient client = RespClient.connect(server.port())) {
      assertThat(client.call("SET", "k", "v", "EX", "9", "GET").display()).isEqualTo("(nil)");
      assertThat(client.call("GET", "k").display()).isEqualTo("old");
      assertThat(client.call("GET", "k").display()).isEqualTo("old");
      assertThat(client.call("GET", "k").display()).isEqualTo("v");
    }
  }

  @Test
  void saysOkToPing() throws IOException {
    try (BadServer server = BadServer.start(Behaviours.okToPing());
        RespClient client = RespClient.connect(server.port())) {
      assertThat(client.call("PING").display()).isEqualTo("OK");
    }
  }

  @Test
  void letsNobodyInWhenItsBacklogIsFull() throws IOException {
    try (FullBacklog server = FullBacklog.start();
        Socket socket = new Socket()) {
      assertThatThrownBy(() ->
              socket.connect(
                  new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), server.port()), 300))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  private static String firstBytes(Behaviour behaviour, int count) throws IOException {
    try (BadServer server = BadServer.start(behaviour);
        RespClient client = RespClient.connect(server.port())) {
      client.send("x");
      return text(client, count);
    }
  }

  private static String text(RespClient client, int count) throws IOException {
    return new String(client.in().readNBytes(count), StandardCharsets.ISO_8859_1);
  }

  /// @throws SocketException when the other side resets
  private static void drain(RespClient client) throws IOException {
    client.in().readAllBytes();
    throw new SocketException("ended in order");
  }
}
