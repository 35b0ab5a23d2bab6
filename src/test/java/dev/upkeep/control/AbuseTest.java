package dev.upkeep.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.client.ControlClient;
import dev.upkeep.control.instance.Served;
import dev.upkeep.control.server.Limits;
import dev.upkeep.control.wire.RawClient;
import dev.upkeep.control.wire.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a client sends, it is answered or cut off, and the next one is served.
@Timeout(60)
@Tag("slow")
final class AbuseTest {
  private static final Limits IMPATIENT =
      new Limits(
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(10),
          3,
          Duration.ofMillis(500),
          4096);

  private final SampleAgent agent = new SampleAgent();
  @TempDir private Path folder;
  private Served served;

  @BeforeEach
  void serve() throws IOException {
    served = Served.by(agent, folder);
  }

  @AfterEach
  void next_one_is_served() throws AgentException {
    try (ControlClient client = served.client()) {
      assertThat(client.settings()).isEqualTo(Samples.settings());
    }
    served.close();
  }

  @Test
  void another_version_is_told_ours_and_cut_off() throws IOException {
    try (RawClient client = served.raw()) {
      client.send("{\"request\":\"hello\",\"version\":999,\"later\":{}}\n");

      assertThat(client.rest())
          .isEqualTo("{\"message\":\"hello\",\"version\":" + Wire.VERSION + "}\n");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "canary\n",
        "GET / HTTP/1.1\r\n\r\n",
        "{}\n",
        "{\"request\":\"settings\"}\n",
        "{\"request\":\"add\",\"secret\":\"canary\"}\n",
        "\n",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\n"
      })
  void who_does_not_say_hello_is_answered_and_cut_off(String line) throws IOException {
    try (RawClient client = served.raw()) {
      assertThat(client.send(line).rest())
          .startsWith("{\"message\":\"refused\",\"reason\":\"invalid\"")
          .doesNotContain("canary");
    }
    assertThat(agent.calls).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "canary",
        "{\"request\":\"canary\"}",
        "{\"request\":\"remove\",\"databases\":[\"canary\"]}",
        "{\"request\":\"add\",\"database\":{\"name\":\"canary\"},\"secret\":\"canary\"}",
        "{\"request\":\"hello\",\"version\":1}",
        "{\"request\":\"settings\",\"request\":\"stop\"}"
      })
  void a_malformed_request_is_answered_and_the_next_one_too(String line) throws IOException {
    try (RawClient client = served.raw()) {
      client.send(RawClient.HELLO + line + "\n{\"request\":\"resume\",\"databases\":[]}\n");

      assertThat(client.line()).contains("hello");
      assertThat(client.line()).contains("refused").doesNotContain("canary");
      assertThat(client.line()).isEqualTo("{\"message\":\"done\"}\n");
    }
  }

  @Test
  void a_mebibyte_without_a_line_end_is_cut_off() throws IOException {
    try (RawClient client = served.raw()) {
      client.send(RawClient.HELLO);
      assertThat(client.line()).contains("hello");
      try {
        client.send("x".repeat(1 << 20));
      } catch (IOException cutOffAlready) {
        // Before all of it was sent, that is.
      }

      assertThat(client.rest()).contains("at most 65536 bytes").doesNotContain("xxx");
    }
  }

  @Test
  void a_line_of_just_the_limit_is_read() throws IOException {
    String request = "{\"request\":\"resume\",\"databases\":[]}";
    try (RawClient client = served.raw()) {
      client.send(RawClient.HELLO + request + " ".repeat(Wire.MAX_REQUEST - request.length()));
      client.send("\n");

      assertThat(client.line()).contains("hello");
      assertThat(client.line()).isEqualTo("{\"message\":\"done\"}\n");
    }
  }

  @Test
  void bytes_that_are_no_text_are_answered_or_cut_off() throws IOException {
    Random random = new Random(4711);
    for (int round = 0; round < 50; round++) {
      byte[] noise = new byte[5000];
      random.nextBytes(noise);
      try (RawClient client = served.raw()) {
        client.send(RawClient.HELLO);
        client.line();
        client.send(noise);
        client.channel.shutdownOutput();

        assertThat(client.rest().lines()).isNotEmpty().allMatch(l -> l.contains("refused"));
      }
    }
    assertThat(agent.calls).isEmpty();
  }

  @Test
  void half_a_line_is_not_carried_out() throws IOException {
    try (RawClient client = served.raw()) {
      client.send(RawClient.HELLO + "{\"request\":\"stop\"}");
      client.channel.shutdownOutput();

      assertThat(client.line()).contains("hello");
      assertThat(client.rest()).contains("has no end");
    }
    assertThat(agent.calls).isEmpty();
  }

  @Test
  void a_line_may_come_byte_by_byte() throws IOException {
    try (RawClient client = served.raw()) {
      for (byte b :
          (RawClient.HELLO + "{\"request\":\"stop\"}\n").getBytes(StandardCharsets.UTF_8)) {
        client.send(new byte[] {b});
      }

      assertThat(client.line()).contains("hello");
      assertThat(client.line()).contains("done");
    }
  }

  @Test
  void who_keeps_silent_is_cut_off_but_who_rests_between_two_lines_is_not() throws IOException {
    served.close();
    served = Served.by(agent, folder, IMPATIENT);
    try (RawClient polite = served.raw();
        RawClient silent = served.raw();
        RawClient half = served.raw()) {
      polite.send(RawClient.HELLO);
      assertThat(polite.line()).contains("hello");
      half.send(RawClient.HELLO + "{\"request\":");
      assertThat(half.line()).contains("hello");

      assertThat(silent.rest()).isEmpty();
      assertThat(half.rest()).isEmpty();

      assertThat(polite.send("{\"request\":\"stop\"}\n").line()).contains("done");
    }
  }

  @Test
  void who_does_not_read_an_answer_is_cut_off() throws IOException {
    served.close();
    agent.exported = "x".repeat(4_000_000);
    served = Served.by(agent, folder, IMPATIENT);
    try (RawClient client = served.raw()) {
      assertThat(client.send(RawClient.HELLO).line()).contains("hello");
      client.send("{\"request\":\"export\"}\n");
      served.awaitNoConnections();

      assertThat(client.rest()).hasSizeLessThan(4_000_000);
    }
  }

  @Test
  void one_client_too_many_is_told_so() throws IOException {
    served.close();
    served =
        Served.by(
            agent,
            folder,
            new Limits(
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                Duration.ofMillis(1),
                3,
                Duration.ofMillis(500),
                10));
    List<RawClient> clients = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      clients.add(served.raw().send(RawClient.HELLO + "{\"request\":\"watch\"}\n"));
      assertThat(clients.getLast().line()).contains("hello");
      assertThat(clients.getLast().line()).contains("begin");
    }

    try (RawClient one = served.raw()) {
      assertThat(one.rest()).contains("ended").contains("too many clients");
    }

    for (RawClient client : clients) {
      client.close();
    }
    served.awaitNoConnections();
  }

  @Test
  void no_length_of_time_and_no_moment_is_too_large_to_be_refused() throws IOException {
    try (RawClient client = served.raw()) {
      client.send(RawClient.HELLO);
      client.line();
      for (String time : List.of("PT9223372036854775807S", "-PT9223372036854775807S")) {
        client.send("{\"request\":\"pause\",\"databases\":[],\"time\":\"" + time + "\"}\n");
        assertThat(client.line()).contains("refused").contains("invalid");
      }
      client.send(
          "{\"request\":\"chart\",\"databases\":[],\"from\":\"-1000000000-01-01T00:00:00Z\","
              + "\"to\":\"+1000000000-12-31T23:59:59Z\",\"stretches\":4}\n");
      assertThat(client.line()).contains("refused").contains("invalid");
    }
  }

  @Test
  void whoever_has_been_quiet_for_longest_makes_room() throws IOException {
    served.close();
    served =
        Served.by(
            agent,
            folder,
            new Limits(
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                Duration.ofMillis(1),
                3,
                Duration.ofSeconds(30),
                10));
    List<RawClient> quiet = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      quiet.add(served.raw().send(RawClient.HELLO));
      assertThat(quiet.getLast().line()).contains("hello");
    }

    for (int i = 0; i < 20; i++) {
      try (RawClient one = served.raw()) {
        one.send(RawClient.HELLO + "{\"request\":\"settings\"}\n");
        assertThat(one.line()).contains("hello");
        assertThat(one.line()).contains("settings");
      }
    }

    assertThat(quiet.getFirst().rest()).isEmpty();
    for (RawClient client : quiet) {
      client.close();
    }
    served.awaitNoConnections();
  }

  @Test
  void an_import_that_is_begun_and_rests_keeps_no_other_out() throws IOException {
    served.close();
    served = Served.by(agent, folder, IMPATIENT);
    String piece =
        "{\"request\":\"import\",\"piece\":\"x\",\"last\":false,\"trustReferences\":false}\n";
    try (RawClient first = served.raw();
        RawClient second = served.raw()) {
      first.send(RawClient.HELLO + piece);
      second.send(RawClient.HELLO + piece);
      assertThat(first.line() + second.line()).contains("hello");

      // Cut off, both of them.
      assertThat(first.rest() + second.rest()).isEmpty();
      served.awaitNoConnections();
    }
    try (RawClient third = served.raw()) {
      third.send(RawClient.HELLO + piece.replace("\"last\":false", "\"last\":true"));
      third.line();
      assertThat(third.line()).contains("imported");
    }
  }

  @Test
  void only_so_many_imports_wait_for_their_end() throws IOException {
    String piece =
        "{\"request\":\"import\",\"piece\":\"x\",\"last\":false,\"trustReferences\":false}\n";
    String last = piece.replace("\"last\":false", "\"last\":true");
    try (RawClient first = served.raw();
        RawClient second = served.raw();
        RawClient third = served.raw()) {
      for (RawClient client : List.of(first, second)) {
        client.send(RawClient.HELLO + piece + "{\"request\":\"resume\",\"databases\":[]}\n");
        client.line();
        assertThat(client.line()).contains("done");
      }

      third.send(RawClient.HELLO + last);

      third.line();
      assertThat(third.line()).contains("conflict").contains("Another import");
      assertThat(first.send(last).line()).contains("imported");
      assertThat(third.send(last).line()).contains("imported");
    }
    assertThat(agent.calls).contains(List.of("importAll", "xx", ImportTerms.CAREFUL));
  }

  @Test
  void a_flood_costs_no_memory() throws IOException, InterruptedException {
    // 64 clients send 16 MiB each and read nothing; all of it together would not fit into the heap.
    long before = used();
    byte[] flood =
        "{\"request\":\"history\",\"filter\":{\"databases\":[],\"verdicts\":[],\"kinds\":[]},\"limit\":200}\n"
            .repeat(160)
            .getBytes(StandardCharsets.UTF_8);
    List<RawClient> clients = new ArrayList<>();
    List<Thread> senders = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      RawClient client = served.raw().send(RawClient.HELLO);
      clients.add(client);
      senders.add(
          Thread.ofPlatform()
              .daemon()
              .start(() -> {
                try {
                  for (int n = 0; n < 1000; n++) {
                    client.send(flood);
                  }
                } catch (IOException closed) {
                  // The end of the test.
                }
              }));
    }
    try (ControlClient polite = served.client()) {
      for (int n = 0; n < 50; n++) {
        polite.settings();
      }
    } catch (AgentException e) {
      throw new AssertionError(e);
    }
    assertThat(used() - before).isLessThan(100L << 20);
    // Each is read no further than its own answers.
    assertThat(agent.calls).hasSizeLessThan(64 * 10);
    for (RawClient client : clients) {
      client.close();
    }
    for (Thread sender : senders) {
      sender.join();
    }
  }

  /// Other tests have left their own in this JVM.
  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
