package dev.upkeep.agent.metrics;

import static dev.upkeep.testing.MetricsParser.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.database.TouchMode;
import dev.upkeep.history.Health;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.testing.HostileNames;
import dev.upkeep.testing.MetricsParser;
import dev.upkeep.testing.MetricsParser.Sample;
import dev.upkeep.testing.Program;
import dev.upkeep.testing.Shell;
import dev.upkeep.testing.Statuses;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Timings;
import dev.upkeep.touch.Touch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MetricsPageTest {
  private static final String OPEN_METRICS = "application/openmetrics-text;version=1.0.0,*/*;q=0.1";

  private final Map<UUID, TouchCount> counts = new HashMap<>();

  private MetricsSnapshot scrape(DatabaseStatus... databases) {
    return new MetricsSnapshot(
        Statuses.NOW, Statuses.agent(true), true, List.of(databases), counts);
  }

  private void touched(DatabaseStatus status, Outcome outcome) {
    RecordedTouch touch =
        new RecordedTouch(
            1,
            status.database().id(),
            new Touch(Statuses.NOW, outcome, 1, Timings.NONE, Optional.empty()),
            TouchMode.WRITE,
            Statuses.NOW);
    counts.merge(
        status.database().id(), TouchCount.NONE.plus(touch), (before, _) -> before.plus(touch));
  }

  private static Outcome took(Duration latency) {
    return new Outcome.Alive(Evidence.WRITE, latency, Optional.empty(), Optional.empty());
  }

  private static List<Sample> read(MetricsSnapshot scrape, boolean openMetrics)
      throws InterruptedException {
    MetricsPage.Page page = MetricsPage.of(scrape, openMetrics ? OPEN_METRICS : "");
    return MetricsParser.parse(page.text(), openMetrics);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void each_format_tells_how_a_database_is_doing(boolean openMetrics) throws InterruptedException {
    List<Sample> page = read(scrape(Statuses.alive("shop")), openMetrics);
    String[] shop = {"database", "shop", "provider", "upstash"};
    double now = Statuses.NOW.getEpochSecond();

    assertThat(value(page, "upkeep_last_touch_timestamp_seconds", shop)).isEqualTo(now - 180);
    assertThat(value(page, "upkeep_last_verified_touch_timestamp_seconds", shop))
        .isEqualTo(now - 180);
    assertThat(value(page, "upkeep_last_verified_touch_age_seconds", shop)).isEqualTo(180);
    assertThat(value(page, "upkeep_margin_seconds", shop)).isEqualTo(30 * 86_400 - 180);
    assertThat(value(page, "upkeep_window_seconds", shop)).isEqualTo(30 * 86_400);
    assertThat(value(page, "upkeep_safe_until_timestamp_seconds", shop))
        .isEqualTo(value(page, "upkeep_last_verified_touch_timestamp_seconds", shop) + 30 * 86_400);
    assertThat(value(page, "upkeep_next_touch_timestamp_seconds", shop)).isEqualTo(now + 7230);
    assertThat(value(page, "upkeep_consecutive_failures", shop)).isZero();
    assertThat(value(page, "upkeep_schedule_running")).isEqualTo(1);
    assertThat(value(page, "upkeep_start_time_seconds")).isEqualTo(now - 3600);
    assertThat(value(page, "upkeep_build_info", "version", "1.0")).isEqualTo(1);
  }

  @Test
  void of_the_states_exactly_one_is_set() throws InterruptedException {
    List<Sample> page = read(scrape(Statuses.failing("shop", Health.DOWN, 4)), true);

    Map<String, Double> states =
        page.stream()
            .filter(sample -> sample.name().equals("upkeep_database_state"))
            .collect(Collectors.toMap(sample -> sample.labels().get("state"), Sample::value));
    assertThat(states)
        .containsOnly(
            Map.entry("alive", 0.0),
            Map.entry("failing", 0.0),
            Map.entry("down", 1.0),
            Map.entry("paused", 0.0),
            Map.entry("unknown", 0.0));
    assertThat(value(page, "upkeep_consecutive_failures", "database", "shop")).isEqualTo(4);
  }

  @Test
  void a_margin_that_has_passed_is_negative_and_one_that_nobody_knows_is_left_out()
      throws InterruptedException {
    List<Sample> page =
        read(scrape(Statuses.alive("old", Duration.ofDays(31)), Statuses.fresh("new")), true);

    assertThat(value(page, "upkeep_margin_seconds", "database", "old")).isEqualTo(-86_400);
    assertThat(page)
        .filteredOn(sample -> "new".equals(sample.labels().get("database")))
        .extracting(Sample::name)
        .contains("upkeep_database_state")
        .doesNotContain(
            "upkeep_margin_seconds",
            "upkeep_last_touch_timestamp_seconds",
            "upkeep_last_verified_touch_timestamp_seconds",
            "upkeep_last_verified_touch_age_seconds");
  }

  @Test
  void touches_are_counted_by_how_they_ended() throws InterruptedException {
    DatabaseStatus shop = Statuses.alive("shop");
    touched(shop, took(Duration.ofMillis(3)));
    touched(shop, took(Duration.ofMillis(5)));
    touched(shop, new Outcome.Failed(FailureKind.FOREIGN_KEY, "It is.", "Do."));
    touched(shop, new Outcome.Skipped(Outcome.Skipped.Reason.OFFLINE, "Offline."));

    List<Sample> page = read(scrape(shop), true);

    assertThat(value(page, "upkeep_touches_total", "outcome", "alive", "kind", "write"))
        .isEqualTo(2);
    assertThat(value(page, "upkeep_touches_total", "outcome", "failed", "kind", "foreignKey"))
        .isEqualTo(1);
    assertThat(value(page, "upkeep_touches_total", "outcome", "skipped", "kind", "offline"))
        .isEqualTo(1);
  }

  @Test
  void what_touches_took_falls_into_buckets_whose_bounds_are_included()
      throws InterruptedException {
    DatabaseStatus shop = Statuses.alive("shop");
    touched(shop, took(Duration.ofMillis(5)));
    touched(shop, took(Duration.ofNanos(5_001_000)));
    touched(shop, took(Duration.ofSeconds(12)));

    List<Sample> page = read(scrape(shop), true);

    String bucket = "upkeep_touch_duration_seconds_bucket";
    assertThat(value(page, bucket, "le", "0.005")).isEqualTo(1);
    assertThat(value(page, bucket, "le", "0.01")).isEqualTo(2);
    assertThat(value(page, bucket, "le", "10.0")).isEqualTo(2);
    assertThat(value(page, bucket, "le", "+Inf")).isEqualTo(3);
    assertThat(value(page, "upkeep_touch_duration_seconds_count")).isEqualTo(3);
    assertThat(value(page, "upkeep_touch_duration_seconds_sum")).isEqualTo(12.010001);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void hostile_names_come_through_as_they_are(boolean openMetrics) throws InterruptedException {
    List<String> names = HostileNames.all().toList();
    DatabaseStatus[] databases = names.stream().map(Statuses::alive).toArray(DatabaseStatus[]::new);

    List<Sample> page = read(scrape(databases), openMetrics);

    assertThat(page)
        .filteredOn(sample -> sample.name().equals("upkeep_margin_seconds"))
        .extracting(sample -> sample.labels().get("database"))
        .containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void when_a_certificate_runs_out_is_told_where_one_was_seen() throws InterruptedException {
    List<Sample> page =
        read(
            scrape(Statuses.withCertificate("shop", Duration.ofDays(9)), Statuses.alive("plain")),
            true);

    assertThat(page)
        .filteredOn(sample -> sample.name().equals("upkeep_certificate_expiry_timestamp_seconds"))
        .singleElement()
        .satisfies(sample -> {
          assertThat(sample.labels()).containsEntry("database", "shop");
          assertThat(sample.value())
              .isEqualTo((double) Statuses.NOW.plus(Duration.ofDays(9)).getEpochSecond());
        });
  }

  @Test
  void neither_host_nor_user_is_told() {
    MetricsPage.Page page = MetricsPage.of(scrape(Statuses.alive("shop")), "");

    assertThat(page.text())
        .contains("shop")
        .doesNotContain("fast-cat", "default", "6379", "keychain", "laptop");
  }

  @Test
  void the_counts_of_a_database_that_is_gone_are_not_told() throws InterruptedException {
    touched(Statuses.alive("gone"), took(Duration.ofMillis(3)));

    assertThat(read(scrape(), true))
        .extracting(Sample::name)
        .containsOnly("upkeep_build_info", "upkeep_start_time_seconds", "upkeep_schedule_running");
  }

  @Test
  void names_and_types_are_what_is_documented() throws InterruptedException {
    DatabaseStatus shop = Statuses.withCertificate("shop", Duration.ofDays(9));
    touched(shop, took(Duration.ofMillis(3)));

    Set<String> named =
        read(scrape(shop), true).stream()
            .map(sample -> sample.name() + " " + sample.type())
            .collect(Collectors.toSet());

    // A change here breaks dashboards and alerts of others.
    assertThat(named)
        .containsExactlyInAnyOrder(
            "upkeep_build_info info",
            "upkeep_start_time_seconds gauge",
            "upkeep_schedule_running gauge",
            "upkeep_touches_total counter",
            "upkeep_touch_duration_seconds_bucket histogram",
            "upkeep_touch_duration_seconds_count histogram",
            "upkeep_touch_duration_seconds_sum histogram",
            "upkeep_last_touch_timestamp_seconds gauge",
            "upkeep_last_verified_touch_timestamp_seconds gauge",
            "upkeep_last_verified_touch_age_seconds gauge",
            "upkeep_margin_seconds gauge",
            "upkeep_window_seconds gauge",
            "upkeep_safe_until_timestamp_seconds gauge",
            "upkeep_certificate_expiry_timestamp_seconds gauge",
            "upkeep_next_touch_timestamp_seconds gauge",
            "upkeep_consecutive_failures gauge",
            "upkeep_database_state gauge");
  }

  @Test
  void prometheus_own_linter_finds_nothing_to_say(@TempDir Path folder) throws Exception {
    assumeThat(Shell.has("promtool")).as("make test installs prometheus").isTrue();
    Files.writeString(folder.resolve("page"), MetricsPage.of(scrape(), "text/plain").text());

    Program.Result lint = Program.in(folder).run("sh", "-c", "promtool check metrics < page");

    assertThat(lint.exitCode()).as(lint.everything()).isZero();
    assertThat(lint.everything()).isEmpty();
  }

  @Test
  void the_reader_chooses_the_format() {
    assertThat(MetricsPage.of(scrape(), OPEN_METRICS).contentType())
        .startsWith("application/openmetrics-text; version=1.0.0");
    assertThat(MetricsPage.of(scrape(), "text/plain").contentType())
        .startsWith("text/plain; version=0.0.4");
    assertThat(MetricsPage.of(scrape(), "").contentType()).startsWith("text/plain; version=0.0.4");
  }
}
