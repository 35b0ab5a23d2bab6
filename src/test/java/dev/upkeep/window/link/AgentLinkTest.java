package dev.upkeep.window.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.Change;
import dev.upkeep.control.Snapshot;
import dev.upkeep.testing.FakeAgent;
import dev.upkeep.testing.Statuses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The link with its own thread, and the test's thread as the window's.
final class AgentLinkTest {
  private final FakeAgent agent = new FakeAgent().with(Statuses.alive("shop"));
  private final AtomicReference<AgentLink.Connector> connector = new AtomicReference<>(() -> agent);
  private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
  private final BlockingQueue<Duration> pauses = new LinkedBlockingQueue<>();
  private final AgentLink link =
      new AgentLink(
          () -> connector.get().connect(),
          window::add,
          Runnable::run,
          time -> {
            pauses.add(time);
            Thread.sleep(1);
          },
          () -> Statuses.NOW);

  @AfterEach
  void close() {
    link.close();
  }

  private void until(BooleanSupplier seen) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!seen.getAsBoolean()) {
      assertThat(System.nanoTime()).as("seen in time").isLessThan(deadline);
      Runnable next = window.poll(20, TimeUnit.MILLISECONDS);
      if (next != null) {
        next.run();
      }
    }
  }

  private boolean connected() {
    return link.connection().get() instanceof Connection.Connected;
  }

  private List<String> names() {
    return link.snapshot().get().stream()
        .map(Snapshot::databases)
        .flatMap(List::stream)
        .map(status -> status.database().name())
        .toList();
  }

  @Test
  void it_shows_the_snapshot_and_then_every_change() throws Exception {
    List<Change> changes = new ArrayList<>();
    link.onChange(changes::add);
    link.start();
    until(this::connected);
    assertThat(names()).containsExactly("shop");

    agent.tell(new Change.Database(Statuses.fresh("blog")));
    until(() -> names().size() == 2);

    assertThat(changes).hasSize(1);
  }

  @Test
  void nothing_changes_outside_the_windows_thread() throws Exception {
    link.start();
    Runnable posted = window.poll(30, TimeUnit.SECONDS);

    assertThat(posted).isNotNull();
    assertThat(connected()).isFalse();
  }

  @Test
  void an_agent_that_is_gone_is_found_again_with_what_it_shows_then() throws Exception {
    link.start();
    until(this::connected);

    connector.set(() -> {
      throw new AgentException.Gone("Gone.");
    });
    agent.end();
    until(() -> link.connection().get() instanceof Connection.Lost);
    assertThat(link.connection().get()).isEqualTo(new Connection.Lost(Statuses.NOW));
    assertThat(names()).as("what was seen last stays").containsExactly("shop");

    agent.with(Statuses.alive("blog"));
    connector.set(() -> agent);
    until(this::connected);
    assertThat(names()).containsExactly("blog");
  }

  @Test
  void it_tries_less_often_the_longer_the_agent_is_gone() throws Exception {
    connector.set(() -> {
      throw new AgentException.Gone("Gone.");
    });
    link.start();

    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      millis.add(pauses.poll(30, TimeUnit.SECONDS).toMillis());
    }
    assertThat(millis).containsExactly(500L, 1000L, 2000L, 4000L, 4000L, 4000L);
  }

  @Test
  void an_agent_of_another_version_is_named_as_such() throws Exception {
    connector.set(() -> {
      throw new AgentException.OtherVersion(9);
    });
    link.start();

    until(() -> link.connection().get().equals(new Connection.OtherVersion(9)));
  }

  @Test
  void answers_and_refusals_come_back_on_the_windows_thread() throws Exception {
    link.start();
    until(this::connected);
    List<String> heard = new ArrayList<>();

    link.ask(api -> api.snapshot().databases().size(), size -> heard.add("size " + size), _ -> {});
    assertThat(heard).isEmpty();
    until(() -> heard.contains("size 1"));

    agent.refusing(
        AgentException.Refused.verbatim(
            AgentException.Refused.Reason.CONFLICT, List.of("Not now.")));
    link.order(api -> api.resume(List.of()), () -> {}, e -> heard.add(e.getMessage()));
    until(() -> heard.contains("Not now."));
  }

  @Test
  void without_an_agent_a_request_is_refused_and_not_forgotten() throws Exception {
    List<AgentException> refused = new ArrayList<>();

    link.order(api -> api.stop(), () -> {}, refused::add);
    until(() -> !refused.isEmpty());

    assertThat(refused.getFirst()).isInstanceOf(AgentException.Gone.class);
  }

  @Test
  void once_closed_it_watches_no_more() throws Exception {
    link.start();
    until(this::connected);

    link.close();

    until(() -> agent.watched() == 0);
  }
}
