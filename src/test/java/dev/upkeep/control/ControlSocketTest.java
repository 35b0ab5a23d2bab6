package dev.upkeep.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upkeep.control.client.ControlClient;
import dev.upkeep.control.instance.Served;
import dev.upkeep.control.wire.Wire;
import dev.upkeep.database.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Every request, and what comes back of it, over a real socket.
@Timeout(60)
final class ControlSocketTest {
  private final SampleAgent agent = new SampleAgent();
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
    agent.snapshot = SampleAgent.snapshotOf(1000);

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

    ImportReport report = client.importAll(text, new ImportTerms(true, true, false));

    assertThat(agent.calls)
        .containsExactly(List.of("importAll", text, new ImportTerms(true, true, false)));
    assertThat(report.added()).containsExactly(Samples.FOREIGN);
  }

  @Test
  void an_import_that_is_too_long_is_refused() {
    assertThatThrownBy(() -> client.importAll("x".repeat(Wire.MAX_IMPORT + 1), ImportTerms.CAREFUL))
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
}
