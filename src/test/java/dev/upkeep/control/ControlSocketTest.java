package dev.upkeep.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upkeep.control.AgentException.Refused.Reason;
import dev.upkeep.database.Secret;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class ControlSocketTest {
  private final FakeAgent agent = new FakeAgent();
  @TempDir private Path folder;
  private Served served;
  private ControlClient client;

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
  void everything_there_is_to_see_arrives() throws AgentException {
    assertThat(client.snapshot()).isEqualTo(agent.snapshot);
  }

  @Test
  void a_snapshot_of_a_thousand_databases_arrives() throws AgentException {
    agent.snapshot = FakeAgent.snapshotOf(1000);

    assertThat(client.snapshot()).isEqualTo(agent.snapshot);
  }

  @Test
  void a_database_is_added_with_its_secret() throws AgentException {
    NewDatabase database = Samples.newDatabase(Samples.NAMES.get(1), "s3cret \n🔑");

    Added added = client.add(database);

    assertThat(agent.calls).containsExactly(List.of("add", database));
    assertThat(added.status()).isEqualTo(Samples.status(database.database()));
    assertThat(added.test()).contains(Samples.touches().getFirst());
  }

  @Test
  void a_database_is_changed() throws AgentException {
    DatabaseChange change =
        new DatabaseChange(Samples.fullDatabase("New"), Optional.of(Secret.of("x")), true);

    assertThat(client.edit(change)).isEqualTo(Samples.status(change.database()));
    assertThat(agent.calls).containsExactly(List.of("edit", change));
  }

  @Test
  void databases_are_removed_and_brought_back() throws AgentException {
    client.remove(List.of(Samples.ID));

    assertThat(client.restore(Samples.ID).database().name()).isEqualTo("Restored");
    assertThat(agent.calls)
        .containsExactly(List.of("remove", List.of(Samples.ID)), List.of("restore", Samples.ID));
  }

  @Test
  void databases_rest_and_go_on() throws AgentException {
    client.pause(List.of(Samples.ID), Optional.of(Duration.ofHours(4)));
    client.pause(List.of(Samples.ID), Optional.empty());
    client.resume(List.of(Samples.ID));

    assertThat(agent.calls)
        .containsExactly(
            List.of("pause", List.of(Samples.ID), Optional.of(Duration.ofHours(4))),
            List.of("pause", List.of(Samples.ID), Optional.empty()),
            List.of("resume", List.of(Samples.ID)));
  }

  @Test
  void more_ids_than_fit_into_a_request_are_sent_in_several() throws AgentException {
    List<UUID> ids = IntStream.range(0, 2500).mapToObj(i -> new UUID(i, i)).toList();

    List<Touched> touched = client.touch(ids);

    assertThat(touched).extracting(Touched::database).isEqualTo(ids);
    assertThat(agent.calls).hasSize(3);
  }

  @Test
  void a_page_of_history_arrives() throws AgentException {
    assertThat(client.history(Samples.filter(), Samples.page(1).next(), 200))
        .isEqualTo(Samples.page(200));
    assertThat(agent.calls)
        .containsExactly(List.of("history", Samples.filter(), Samples.page(1).next(), 200));
  }

  @Test
  void the_uptime_of_two_hundred_databases_is_one_request() throws AgentException {
    List<UUID> ids = IntStream.range(0, 200).mapToObj(i -> new UUID(i, i)).toList();

    assertThat(client.uptime(ids)).isEqualTo(Collections.nCopies(200, Samples.uptime()));
    assertThat(agent.calls).containsExactly(List.of("uptime", ids));
  }

  @Test
  void a_chart_arrives() throws AgentException {
    Instant to = Samples.NOW.plusSeconds(120);

    List<UUID> ids = List.of(Samples.ID, new UUID(1, 2));
    assertThat(client.chart(ids, Samples.NOW, to, 2)).isEqualTo(Samples.chart());
    assertThat(agent.calls).containsExactly(List.of("chart", ids, Samples.NOW, to, 2));
  }

  @Test
  void settings_arrive_and_are_changed() throws AgentException {
    assertThat(client.settings()).isEqualTo(Samples.settings());
    assertThat(client.changeSettings(7, Map.of("alert.after", "3"))).isEqualTo(Samples.settings());
    assertThat(agent.calls).contains(List.of("changeSettings", 7L, Map.of("alert.after", "3")));
  }

  @Test
  void where_metrics_are_served_arrives() throws AgentException {
    assertThat(client.metrics()).isEqualTo(Samples.metrics());
    assertThat(agent.calls).containsExactly(List.of("metrics"));
  }

  @Test
  void the_start_at_login_arrives_and_is_turned() throws AgentException {
    assertThat(client.loginStart()).isEqualTo(Samples.loginStart());
    assertThat(client.loginStart(true)).isEqualTo(Samples.loginStart());
    assertThat(agent.calls).containsExactly(List.of("loginStart"), List.of("loginStart", true));
  }

  @Test
  void an_export_longer_than_any_line_arrives() throws AgentException {
    agent.exported = (Samples.FOREIGN + "🚀").repeat(50_000);

    assertThat(client.export()).isEqualTo(agent.exported);
  }

  @Test
  void a_thousand_databases_are_imported() throws AgentException {
    String text = ("\"🚀" + "x".repeat(500) + "\"\n").repeat(1000);

    ImportReport report = client.importAll(text, true);

    assertThat(agent.calls).containsExactly(List.of("importAll", text, true));
    assertThat(report.added()).containsExactly(Samples.FOREIGN);
  }

  @Test
  void an_import_that_is_too_long_is_refused() {
    assertThatThrownBy(() -> client.importAll("x".repeat(Wire.MAX_IMPORT + 1), false))
        .isInstanceOf(AgentException.Refused.class)
        .hasMessageContaining("at most");
    assertThat(agent.calls).isEmpty();
  }

  @Test
  void the_agent_is_asked_to_stop() throws AgentException {
    client.stop();

    assertThat(agent.calls).containsExactly(List.of("stop"));
  }

  @Test
  void an_agent_of_any_version_is_asked_to_stop() throws AgentException {
    ControlClient.stopAnyVersion(served.place);

    assertThat(agent.calls).containsExactly(List.of("stop"));
  }

  @Test
  void a_refusal_arrives_with_its_reason_and_every_problem() throws IOException {
    AgentApi refusing =
        new FakeAgent() {
          @Override
          public void resume(Collection<UUID> databases) throws AgentException {
            throw new AgentException.Refused(Reason.NOT_FOUND, List.of("Not a.", "Not b."));
          }
        };
    served.close();
    served = Served.by(refusing, folder);

    assertThatThrownBy(() -> client.resume(List.of(Samples.ID)))
        .isInstanceOfSatisfying(
            AgentException.Refused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(Reason.NOT_FOUND);
              assertThat(refused.problems()).containsExactly("Not a.", "Not b.");
            });
  }

  @Test
  void a_fault_in_the_agent_ends_the_call_and_not_the_agent() throws Exception {
    AgentApi faulty =
        new FakeAgent() {
          @Override
          public String export() {
            throw new IllegalStateException("canary");
          }
        };
    served.close();
    served = Served.by(faulty, folder);

    assertThatThrownBy(() -> client.export())
        .isInstanceOf(AgentException.Gone.class)
        .hasMessageNotContaining("canary");
    assertThat(client.settings()).isEqualTo(Samples.settings());
  }

  @Test
  void a_definition_that_breaks_a_rule_is_refused_before_the_agent_is_asked() {
    NewDatabase bad =
        new NewDatabase(Samples.database("a\nb"), Optional.of(Secret.of("canary")), false);

    assertThatThrownBy(() -> client.add(bad))
        .isInstanceOf(AgentException.Refused.class)
        .hasMessageContaining("line breaks")
        .hasMessageNotContaining("canary");
    assertThat(agent.calls).isEmpty();
  }

  @Test
  void a_request_longer_than_a_line_is_refused_without_being_sent() {
    assertThatThrownBy(() -> client.changeSettings(1, Map.of("a", "x".repeat(70_000))))
        .isInstanceOf(AgentException.Refused.class);
    assertThat(agent.calls).isEmpty();
  }

  @Test
  void a_slow_touch_holds_nobody_else_up() throws Exception {
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    AgentApi slow =
        new FakeAgent() {
          @Override
          public List<Touched> touch(List<UUID> databases) throws AgentException {
            began.countDown();
            try {
              end.await();
            } catch (InterruptedException e) {
              throw new AgentException.Gone("Interrupted.");
            }
            return super.touch(databases);
          }
        };
    served.close();
    served = Served.by(slow, folder);
    Thread touching =
        Thread.ofVirtual()
            .start(() -> {
              try {
                client.touch(List.of(Samples.ID));
              } catch (AgentException e) {
                throw new IllegalStateException(e);
              }
            });
    began.await();

    assertThat(client.settings()).isEqualTo(Samples.settings());

    assertThat(touching.isAlive()).isTrue();
    end.countDown();
    touching.join();
  }

  @Test
  void a_client_that_was_closed_says_so_and_the_agent_goes_on() throws Exception {
    ControlClient other = served.client();

    other.close();

    assertThatThrownBy(other::settings).isInstanceOf(AgentException.Gone.class);
    assertThat(client.settings()).isEqualTo(Samples.settings());
  }

  @Test
  void nobody_answers_once_the_server_has_closed() {
    served.server.close();

    assertThatThrownBy(() -> client.settings())
        .isInstanceOf(AgentException.Gone.class)
        .hasMessage("No agent is running.");
    assertThat(served.place.info()).isEmpty();
  }

  @Test
  void a_request_that_closes_the_server_is_still_answered() throws Exception {
    FakeAgent stopping =
        new FakeAgent() {
          @Override
          public void stop() {
            served.server.close();
          }
        };
    served.close();
    served = Served.by(stopping, folder);

    client.stop();

    assertThatThrownBy(() -> client.settings()).isInstanceOf(AgentException.Gone.class);
  }

  @Test
  void an_answer_under_way_is_finished_while_the_server_closes() throws Exception {
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    AgentApi slow =
        new FakeAgent() {
          @Override
          public String export() throws AgentException {
            began.countDown();
            try {
              end.await();
            } catch (InterruptedException e) {
              throw new AgentException.Gone("Interrupted.");
            }
            return "done";
          }
        };
    served.close();
    served = Served.by(slow, folder);
    var answer = new FutureTask<>(client::export);
    Thread.ofVirtual().start(answer);
    began.await();
    Thread closing = Thread.ofVirtual().start(served.server::close);
    awaitNoListener();
    end.countDown();

    assertThat(answer.get()).isEqualTo("done");
    closing.join();
  }

  private void awaitNoListener() throws IOException {
    try {
      while (true) {
        served.raw().close();
      }
    } catch (SocketException nobodyListens) {
      // That is what was waited for.
    }
  }
}
