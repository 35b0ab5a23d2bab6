package dev.upkeep.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.agent.keeping.AgentCalls;
import dev.upkeep.alert.Outbox;
import dev.upkeep.history.store.History;
import dev.upkeep.language.NewsPhrase;
import dev.upkeep.language.Sentence;
import dev.upkeep.news.Releases;
import dev.upkeep.schedule.VirtualTime;
import dev.upkeep.testing.HttpInbox;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Weeks of virtual time, with a real web server that lists releases.
final class UpdateLooksTest {
  private static final Instant START = Instant.parse("2026-05-04T10:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration STEP = Duration.ofMinutes(30);

  @TempDir private Path folder;
  private final VirtualTime time = new VirtualTime(START);
  private final HttpInbox api = HttpInbox.start();
  private final List<String> notices = new ArrayList<>();
  private Optional<Releases> releases = at(api.url("/api"));
  private boolean wanted = true;
  private boolean quiet;
  private boolean taken = true;
  private int changes;
  private History history;
  private UpdateLooks looks;

  @BeforeEach
  void begin() throws Exception {
    history =
        History.open(
            folder.resolve("upkeep.db"),
            Path.of(System.getProperty("java.io.tmpdir"), "sqlite-native"),
            time.instant(),
            notice -> {});
    Outbox outbox = new Outbox(history);
    looks =
        new UpdateLooks(
            new AgentCalls(time),
            time,
            history,
            "1.0.0-rc.1",
            releases,
            new UpdateLooks.Telling(
                () -> wanted,
                () -> quiet,
                memos ->
                    outbox.tell(List.of(), memos, List.of(), time.instant(), Duration.ofSeconds(5)),
                () -> changes++,
                this::show),
            Runnable::run);
  }

  @AfterEach
  void stop() {
    history.close();
    api.close();
  }

  private static Optional<Releases> at(String api) {
    return Optional.of(
        new Releases(URI.create(api), "https://github.com/somebody/upkeep/releases"));
  }

  private CompletableFuture<Boolean> show(Sentence title, Sentence body) {
    notices.add(title.english());
    return CompletableFuture.completedFuture(taken);
  }

  private void restart() throws Exception {
    history.close();
    begin();
  }

  private void latest(String tag) {
    api.answering(200, "{\"tag_name\":\"" + tag + "\"}", Map.of());
  }

  private void pass(Duration duration) {
    Instant end = time.instant().plus(duration);
    while (time.instant().isBefore(end)) {
      time.pass(STEP);
      looks.tend();
      time.settle();
    }
  }

  @Test
  void nobody_is_asked_until_somebody_wants_that() {
    wanted = false;
    latest("v2.0.0");
    pass(WEEK.multipliedBy(2));

    assertThat(api.all()).isEmpty();
    assertThat(looks.line()).isEmpty();
  }

  @Test
  void it_asks_once_a_week_whatever_is_restarted_or_switched() throws Exception {
    latest("v1.0.0");
    for (int day = 0; day < 21; day++) {
      pass(Duration.ofDays(1));
      restart();
      wanted = !wanted;
      pass(STEP);
      wanted = true;
    }

    assertThat(api.all()).hasSize(4);
  }

  @Test
  void each_newer_version_is_told_once() throws Exception {
    latest("v1.0.0");
    pass(STEP);
    restart();
    pass(WEEK.multipliedBy(2));
    latest("v1.1.0");
    pass(WEEK);
    restart();
    pass(WEEK);
    // One that was withdrawn, and comes back.
    latest("v1.0.0");
    pass(WEEK);
    latest("v1.1.0");
    pass(WEEK);

    assertThat(notices).containsExactly("Upkeep 1.0.0 is there", "Upkeep 1.1.0 is there");
    assertThat(looks.line())
        .hasValueSatisfying(line ->
            assertThat(line.english())
                .isEqualTo(
                    "Upkeep 1.1.0 is there; this is 1.0.0-rc.1. Nothing is downloaded by itself:"
                        + " https://github.com/somebody/upkeep/releases"));
    assertThat(changes).as("whoever watches is told of the line").isEqualTo(4);
  }

  @Test
  void what_is_not_newer_is_no_news() {
    latest("v1.0.0-beta.9");
    pass(WEEK);

    assertThat(notices).isEmpty();
    assertThat(looks.line()).isEmpty();
  }

  @Test
  void a_line_lasts_over_a_restart_and_ends_when_nobody_wants_it() throws Exception {
    latest("v1.0.0");
    pass(STEP);
    restart();
    assertThat(looks.line()).isPresent();

    wanted = false;
    assertThat(looks.line()).isEmpty();
  }

  @Test
  void whoever_reached_nobody_tries_again_in_an_hour_and_says_nothing() throws Exception {
    Optional<Releases> real = releases;
    releases = at("http://127.0.0.1:1/api");
    restart();
    pass(Duration.ofHours(10));
    assertThat(notices).isEmpty();
    assertThat(looks.line()).isEmpty();

    releases = real;
    restart();
    latest("v1.0.0");
    pass(Duration.ofHours(1));
    assertThat(api.all()).hasSize(1);
    assertThat(notices).hasSize(1);
  }

  @Test
  void a_refusal_counts_as_having_asked() {
    api.answering(403);
    pass(WEEK.minus(STEP));

    assertThat(api.all()).hasSize(1);
  }

  @Test
  void a_clock_that_was_set_back_delays_by_a_week_at_most() {
    latest("v1.0.0");
    pass(STEP);
    time.set(START.minus(Duration.ofDays(300)));
    pass(WEEK.minus(STEP));
    assertThat(api.all()).hasSize(1);

    pass(STEP.multipliedBy(2));
    assertThat(api.all()).hasSize(2);
  }

  @Test
  void a_notice_waits_for_the_end_of_the_quiet_hours() {
    quiet = true;
    latest("v1.0.0");
    pass(Duration.ofHours(9));
    assertThat(notices).isEmpty();
    assertThat(looks.line()).isPresent();

    quiet = false;
    pass(STEP);
    assertThat(notices).hasSize(1);
  }

  @Test
  void a_notice_that_no_desktop_has_taken_is_shown_again_later() {
    taken = false;
    latest("v1.0.0");
    pass(Duration.ofHours(3));
    assertThat(notices).hasSizeBetween(2, 4);

    notices.clear();
    taken = true;
    pass(WEEK);
    assertThat(notices).hasSize(1);
  }

  @Test
  void a_build_that_names_no_repository_asks_nobody_and_says_so() throws Exception {
    releases = Optional.empty();
    restart();
    pass(WEEK);

    assertThat(api.all()).isEmpty();
    assertThat(looks.line()).contains(NewsPhrase.NO_PLACE.with());
  }
}
