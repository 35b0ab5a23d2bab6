package dev.upkeep.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upkeep.control.AgentException.Refused.Reason;
import dev.upkeep.control.client.ControlClient;
import dev.upkeep.control.instance.Served;
import dev.upkeep.control.server.Limits;
import dev.upkeep.control.wire.RawClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class WatchTest {
  private final SampleAgent agent = new SampleAgent();
  private final Heard heard = new Heard();
  @TempDir private Path folder;
  private Served served;
  private ControlClient client;

  /// Everything a watcher is told, in its order.
  private static final class Heard implements Watcher {
    final BlockingQueue<Object> news = new LinkedBlockingQueue<>();

    @Override
    public void snapshot(Snapshot snapshot) {
      news.add(snapshot);
    }

    @Override
    public void changed(Change change) {
      news.add(change);
    }

    @Override
    public void ended(String reason) {
      news.add(reason);
    }
  }

  @BeforeEach
  void serve() throws IOException, AgentException {
    served = Served.by(agent, folder);
    client = served.client();
  }

  @AfterEach
  void close() {
    client.close();
    served.close();
  }

  @Test
  void a_watcher_hears_one_snapshot_and_then_every_change() throws Exception {
    agent.snapshot = SampleAgent.snapshotOf(1000);
    try (Subscription _ = client.watch(heard)) {
      assertThat(heard.news.take()).isEqualTo(agent.snapshot);

      Samples.changes().forEach(agent::tellAll);

      for (Change change : Samples.changes()) {
        assertThat(heard.news.take()).isEqualTo(change);
      }
    }
  }

  @Test
  void who_watches_no_more_hears_nothing_more_and_the_agent_knows() throws Exception {
    Subscription subscription = client.watch(heard);
    assertThat(heard.news.take()).isEqualTo(agent.snapshot);

    subscription.close();

    agent.unwatched.take();
    assertThat(heard.news).isEmpty();
  }

  @Test
  void a_client_that_closes_watches_no_more() throws Exception {
    client.watch(heard);

    client.close();

    agent.unwatched.take();
  }

  @Test
  void a_watcher_is_told_that_the_agent_has_stopped() throws Exception {
    client.watch(heard);
    assertThat(heard.news.take()).isEqualTo(agent.snapshot);

    served.server.close();

    assertThat(heard.news.take()).isEqualTo("The agent has stopped.");
    agent.unwatched.take();
  }

  @Test
  void a_watcher_is_told_why_the_agent_ends_it() throws Exception {
    client.watch(heard);
    assertThat(heard.news.take()).isEqualTo(agent.snapshot);

    agent.watchers.forEach(watcher -> watcher.ended("Enough."));

    assertThat(heard.news.take()).isEqualTo("Enough.");
  }

  @Test
  void a_watcher_that_fails_ends_alone() throws Exception {
    client.watch(
        new Watcher() {
          @Override
          public void snapshot(Snapshot snapshot) {
            throw new IllegalStateException();
          }

          @Override
          public void changed(Change change) {}

          @Override
          public void ended(String reason) {
            heard.ended(reason);
          }
        });

    assertThat(heard.news.take()).isEqualTo("The watcher met a fault.");
    agent.unwatched.take();
  }

  @Test
  void a_watch_that_is_refused_is_refused_at_once() throws IOException {
    served.close();
    served =
        Served.by(
            new SampleAgent() {
              @Override
              public Subscription watch(Watcher watcher) throws AgentException {
                throw AgentException.Refused.verbatim(Reason.READ_ONLY, List.of("No."));
              }
            },
            folder);

    assertThatThrownBy(() -> client.watch(heard))
        .isInstanceOf(AgentException.Refused.class)
        .hasMessage("No.");
  }

  @Test
  void a_slow_reader_is_cut_off_while_others_hear_everything() throws Exception {
    served.close();
    served =
        Served.by(
            agent,
            folder,
            new Limits(
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                Duration.ofSeconds(10),
                256,
                Duration.ofMillis(500),
                200));
    try (RawClient slow = served.raw();
        Subscription _ = client.watch(heard)) {
      heard.news.take();
      slow.send(RawClient.HELLO + "{\"request\":\"watch\"}\n");
      slow.line();
      slow.line();

      List<Change> told = new ArrayList<>();
      while (agent.unwatched.isEmpty()) {
        Change change = new Change.Removed(new UUID(1, told.size()));
        told.add(change);
        agent.tellAll(change);
        // The good one reads along; waiting for it is what keeps this test honest.
        assertThat(heard.news.take()).isEqualTo(change);
      }

      assertThat(told).hasSizeGreaterThan(200);
      assertThat(agent.watchers).hasSize(1);
      assertThat(slow.rest()).doesNotContain(told.getLast().toString());
      Change after = new Change.Removed(Samples.ID);
      agent.tellAll(after);
      assertThat(heard.news.take()).isEqualTo(after);
    }
  }

  @Test
  void what_a_watcher_says_is_not_listened_to() throws Exception {
    try (RawClient watcher = served.raw()) {
      watcher.send(RawClient.HELLO + "{\"request\":\"watch\"}\n");
      watcher.line();
      watcher.line();

      watcher.send("{\"request\":\"stop\"}\n".repeat(10_000));

      assertThat(agent.calls).isEmpty();
    }
    agent.unwatched.take();
  }
}
