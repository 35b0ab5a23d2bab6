package dev.upkeep.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.agent.keeping.AgentCalls;
import dev.upkeep.agent.keeping.World;
import dev.upkeep.alert.Destination;
import dev.upkeep.alert.rule.MonitoredDatabase;
import dev.upkeep.database.Secret;
import dev.upkeep.history.Health;
import dev.upkeep.history.store.History;
import dev.upkeep.schedule.VirtualTime;
import dev.upkeep.testing.HttpInbox;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Timings;
import dev.upkeep.touch.Touch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A heartbeat over virtual hours, to a real web server.
final class HeartbeatSenderTest {
  private static final Instant START = Instant.parse("2026-05-04T10:00:00Z");
  private static final Duration HALF_MINUTE = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private final VirtualTime time = new VirtualTime(START);
  private final HttpInbox inbox = HttpInbox.start();
  private Destination destination = known("/ping/0b1fa2c4-1111-4222-8333-444455556666");
  private Health health = Health.ALIVE;
  private Outcome outcome = World.ALIVE;
  private Instant due = Instant.MAX;
  private History history;
  private HeartbeatSender pulse;

  @BeforeEach
  void begin() throws Exception {
    history =
        History.open(
            folder.resolve("upkeep.db"),
            Path.of(System.getProperty("java.io.tmpdir"), "sqlite-native"),
            time.instant(),
            notice -> {});
    pulse =
        new HeartbeatSender(
            new AgentCalls(time),
            time,
            history,
            () -> destination,
            () -> Duration.ofHours(1),
            () -> List.of(vital()),
            Runnable::run);
  }

  @AfterEach
  void stop() {
    history.close();
    inbox.close();
  }

  private Destination known(String path) {
    return new Destination.Known(Secret.of(inbox.url(path)));
  }

  private MonitoredDatabase vital() {
    Instant next = due.equals(Instant.MAX) ? time.instant().plusSeconds(60) : due;
    Touch touch = new Touch(time.instant(), outcome, 1, Timings.NONE, Optional.empty());
    return new MonitoredDatabase("shop", health, Optional.of(touch), Optional.of(next));
  }

  private void pass(Duration duration) {
    Instant end = time.instant().plus(duration);
    while (time.instant().isBefore(end)) {
      time.pass(HALF_MINUTE);
      pulse.tend();
      time.settle();
    }
  }

  private List<String> paths() {
    return inbox.all().stream().map(HttpInbox.Mail::path).toList();
  }

  @Test
  void it_beats_once_an_hour() {
    pass(Duration.ofMinutes(150));

    assertThat(paths()).hasSize(3).allMatch(path -> path.endsWith("666"));
  }

  @Test
  void a_database_that_is_down_is_told_in_the_form_of_the_service() {
    health = Health.DOWN;
    pass(HALF_MINUTE);

    assertThat(paths()).singleElement().asString().endsWith("666/fail");
  }

  @Test
  void it_stops_when_the_schedule_stops() {
    pass(Duration.ofMinutes(1));
    due = time.instant();
    pass(Duration.ofHours(5));

    assertThat(paths()).hasSize(1);
  }

  @Test
  void it_is_silent_while_the_computer_is_offline_and_beats_again_after() {
    outcome = World.OFFLINE;
    pass(Duration.ofHours(2));
    assertThat(paths()).isEmpty();

    outcome = World.ALIVE;
    pass(Duration.ofMinutes(1));
    assertThat(paths()).hasSize(1);
  }

  @Test
  void restarts_do_not_make_it_beat_more_often() throws Exception {
    for (int i = 0; i < 12; i++) {
      pass(Duration.ofMinutes(10));
      history.close();
      begin();
    }

    assertThat(paths()).hasSize(2);
  }

  @Test
  void what_was_not_delivered_is_tried_again_and_told_as_trouble() {
    inbox.answering(500);
    pass(Duration.ofMinutes(11));
    assertThat(paths()).hasSize(3);
    assertThat(pulse.trouble()).contains("localhost answered with an error (500)");

    inbox.answering(200);
    pass(Duration.ofMinutes(60));

    assertThat(inbox.taken()).hasSize(1);
    assertThat(pulse.trouble()).isEmpty();
  }

  @Test
  void another_service_hears_at_once() {
    pass(Duration.ofMinutes(1));
    destination = known("/api/push/abc");
    pass(Duration.ofMinutes(1));

    assertThat(paths()).hasSize(2);
    assertThat(paths().getLast()).isEqualTo("/api/push/abc?status=up&msg=1+alive&ping=40");
  }

  @Test
  void nowhere_is_nobody_told() {
    destination = new Destination.None();
    pass(Duration.ofHours(2));

    assertThat(paths()).isEmpty();
  }
}
