package dev.upkeep.agent.metrics;

import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.account.ProviderFigures;
import dev.upkeep.database.Database;
import dev.upkeep.database.EnumWord;
import dev.upkeep.history.Health;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Metrics as text, in OpenMetrics or in Prometheus' own format. The only user of the Prometheus
/// client, so that an agent that serves no metrics loads nothing of it. Names are a promise:
/// dashboards and alerts rely on them.
///
/// Everything is made anew from one [MetricsSnapshot], so a database that was renamed or removed
/// leaves nothing behind.
///
/// See the [OpenMetrics
/// specification](https://github.com/prometheus/OpenMetrics/blob/main/specification/OpenMetrics.md).
final class MetricsPage {
  private final MetricsSnapshot scrape;

  private MetricsPage(MetricsSnapshot scrape) {
    this.scrape = scrape;
  }

  /// A text in the form that it says.
  record Page(String contentType, String text) {}

  /// Writes what there is to tell.
  ///
  /// @param accept what the reader understands, as in HTTP; may be empty
  static Page of(MetricsSnapshot scrape, String accept) {
    ExpositionFormatWriter openMetrics = OpenMetricsTextFormatWriter.create();
    ExpositionFormatWriter writer =
        openMetrics.accepts(accept) ? openMetrics : PrometheusTextFormatWriter.create();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try {
      writer.write(body, new MetricsPage(scrape).snapshots());
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written to", e);
    }
    return new Page(writer.getContentType(), body.toString(StandardCharsets.UTF_8));
  }

  private MetricSnapshots snapshots() {
    return MetricSnapshots.of(
        InfoSnapshot.builder()
            .name("upkeep_build")
            .help("The version of Upkeep that is running.")
            .dataPoint(
                InfoDataPointSnapshot.builder()
                    .labels(Labels.of("version", scrape.agent().version()))
                    .build())
            .build(),
        gauge(
            "upkeep_start_time_seconds",
            "When the agent was started, in seconds since 1970.",
            Stream.of(point(Labels.EMPTY, seconds(scrape.agent().startedAt())))),
        gauge(
            "upkeep_schedule_running",
            "1 while databases are touched when they are due, else 0.",
            Stream.of(point(Labels.EMPTY, scrape.scheduleRuns() ? 1 : 0))),
        touches(),
        durations(),
        each(
            "upkeep_last_touch_timestamp_seconds",
            "When the last touch began, however it ended, in seconds since 1970.",
            status -> status.last().map(touch -> seconds(touch.at()))),
        each(
            "upkeep_last_verified_touch_timestamp_seconds",
            "When the last touch began that proved the database active, in seconds since 1970.",
            status -> status.lastVerified().map(MetricsPage::seconds)),
        each(
            "upkeep_last_verified_touch_age_seconds",
            "Seconds since the last touch began that proved the database active.",
            status -> status.lastVerified().map(at -> seconds(Duration.between(at, scrape.now())))),
        each(
            "upkeep_margin_seconds",
            "Seconds until the provider may take the database down; below 0 once they have passed.",
            status -> status.margin().left(scrape.now()).map(MetricsPage::seconds)),
        each(
            "upkeep_window_seconds",
            "How long the provider lets the database rest.",
            status -> status.database().effectiveWindow().map(MetricsPage::seconds)),
        each(
            "upkeep_safe_until_timestamp_seconds",
            "Until when the provider leaves the database alone, in seconds since 1970.",
            status -> status.margin().safeUntil().map(MetricsPage::seconds)),
        each(
            "upkeep_certificate_expiry_timestamp_seconds",
            "When the certificate runs out that the last touch over TLS has accepted, in seconds"
                + " since 1970.",
            status -> status.certificate().map(term -> seconds(term.until()))),
        each(
            "upkeep_next_touch_timestamp_seconds",
            "When the database is touched next, in seconds since 1970.",
            status -> status.nextDue().map(MetricsPage::seconds)),
        each(
            "upkeep_consecutive_failures",
            "Touches in a row that have failed.",
            status -> Optional.of((double) status.failures())),
        each(
            "upkeep_provider_counted",
            "1 if the provider's counters have counted touches, 0 if they stood still; absent while"
                + " they cannot tell.",
            status -> status.figures().flatMap(MetricsPage::counted)),
        each(
            "upkeep_provider_month_requests",
            "Commands of this month, as the provider counts them.",
            status -> status.figures().flatMap(ProviderFigures::requests).map(Long::doubleValue)),
        each(
            "upkeep_provider_month_request_limit",
            "Commands that the plan allows in a month.",
            status ->
                status.figures().flatMap(ProviderFigures::requestLimit).map(Long::doubleValue)),
        each(
            "upkeep_provider_storage_bytes",
            "Storage that the database takes, as the provider counts it.",
            status -> status.figures().flatMap(ProviderFigures::storage).map(Long::doubleValue)),
        each(
            "upkeep_provider_storage_limit_bytes",
            "Storage that the plan allows.",
            status ->
                status.figures().flatMap(ProviderFigures::storageLimit).map(Long::doubleValue)),
        states());
  }

  private static Optional<Double> counted(ProviderFigures figures) {
    return switch (figures.counted()) {
      case COUNTED -> Optional.of(1.0);
      case NOT_COUNTED -> Optional.of(0.0);
      case BY_OTHERS, UNKNOWN -> Optional.empty();
    };
  }

  private CounterSnapshot touches() {
    CounterSnapshot.Builder counter =
        CounterSnapshot.builder()
            .name("upkeep_touches")
            .help("Touches by how they ended, since metrics are served.");
    for (DatabaseStatus status : scrape.databases()) {
      count(status)
          .endings()
          .forEach((ending, times) ->
              counter.dataPoint(
                  CounterDataPointSnapshot.builder()
                      .labels(
                          labels(status)
                              .add("outcome", EnumWord.of(ending.verdict()))
                              .add("kind", ending.kind()))
                      .value(times)
                      .build()));
    }
    return counter.build();
  }

  private HistogramSnapshot durations() {
    List<Double> bounds = new ArrayList<>();
    TouchCount.BOUNDS.forEach(bound -> bounds.add(seconds(bound)));
    bounds.add(Double.POSITIVE_INFINITY);
    HistogramSnapshot.Builder histogram =
        HistogramSnapshot.builder()
            .name("upkeep_touch_duration_seconds")
            .help(
                "How long touches took that succeeded, from the name to the last verified reply.");
    for (DatabaseStatus status : scrape.databases()) {
      TouchCount count = count(status);
      histogram.dataPoint(
          HistogramDataPointSnapshot.builder()
              .labels(labels(status))
              .classicHistogramBuckets(ClassicHistogramBuckets.of(bounds, count.latencies()))
              .sum(seconds(count.latency()))
              .build());
    }
    return histogram.build();
  }

  private GaugeSnapshot states() {
    return gauge(
        "upkeep_database_state",
        "1 for the state that the database is in, 0 for the others.",
        scrape.databases().stream()
            .flatMap(status ->
                Stream.of(Health.values())
                    .map(state ->
                        point(
                            labels(status).add("state", EnumWord.of(state)),
                            status.health() == state ? 1 : 0))));
  }

  private GaugeSnapshot each(
      String name, String help, Function<DatabaseStatus, Optional<Double>> value) {
    return gauge(
        name,
        help,
        scrape.databases().stream()
            .flatMap(
                status -> value.apply(status).stream().map(now -> point(labels(status), now))));
  }

  private static GaugeSnapshot gauge(
      String name, String help, Stream<GaugeDataPointSnapshot> points) {
    GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
    points.forEach(gauge::dataPoint);
    return gauge.build();
  }

  private static GaugeDataPointSnapshot point(Labels labels, double value) {
    return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
  }

  private TouchCount count(DatabaseStatus status) {
    return scrape.counts().getOrDefault(status.database().id(), TouchCount.NONE);
  }

  /// Neither host nor user: a page of metrics is read by more people than a database is meant for.
  private static Labels labels(DatabaseStatus status) {
    Database database = status.database();
    Labels plain =
        Labels.of("database", database.name(), "provider", EnumWord.of(database.provider()));
    return database.tags().isEmpty()
        ? plain
        : plain.add("tags", "," + String.join(",", database.tags()) + ",");
  }

  private static double seconds(Instant at) {
    return at.toEpochMilli() / 1e3;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
