package dev.upkeep.cli.report;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.account.ProviderFigures;
import dev.upkeep.database.EnumWord;
import dev.upkeep.history.Cursor;
import dev.upkeep.history.Filter;
import dev.upkeep.history.LatencyBucket;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.Stretch;
import dev.upkeep.history.TouchPage;
import dev.upkeep.history.store.History;
import dev.upkeep.language.Language;
import dev.upkeep.language.ReportPhrase;
import dev.upkeep.report.MonthFacts;
import dev.upkeep.report.MonthFacts.Day;
import dev.upkeep.touch.CertificateTerm;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// Asks the agent what a month was like, page by page.
final class MonthCollector {
  private final AgentApi agent;
  private final YearMonth month;
  private final Instant now;
  private final boolean hosts;
  private final Optional<Language> language;

  /// @param hosts whether hosts are written out; otherwise only where they begin and end
  /// @param language of the words in it; empty for those that programs know
  MonthCollector(
      AgentApi agent, YearMonth month, Instant now, boolean hosts, Optional<Language> language) {
    this.agent = agent;
    this.month = month;
    this.now = now;
    this.hosts = hosts;
    this.language = language;
  }

  private static final class Count {
    private final Map<String, Long> evidence = new TreeMap<>();
    private final Map<String, Long> others = new TreeMap<>();
    private long alive;
    private long failed;
    private long skipped;
    private Optional<Instant> first = Optional.empty();
  }

  MonthFacts collect() throws AgentException {
    List<MonthFacts.Database> databases = new ArrayList<>();
    var snapshot = agent.snapshot();
    for (DatabaseStatus status : snapshot.databases()) {
      databases.add(database(status, snapshot.agent().label()));
    }
    databases.sort(Comparator.comparing(MonthFacts.Database::name));
    return new MonthFacts(month, now, databases);
  }

  private Instant from() {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private Instant to() {
    return month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private MonthFacts.Database database(DatabaseStatus status, String label) throws AgentException {
    UUID id = status.database().id();
    Count count = count(id, label);
    List<Stretch> chart = agent.chart(List.of(id), from(), to(), month.lengthOfMonth());
    Duration watched = Duration.ZERO;
    Duration up = Duration.ZERO;
    List<Day> days = new ArrayList<>();
    for (int i = 0; i < chart.size(); i++) {
      Stretch one = chart.get(i);
      watched = watched.plus(one.watched());
      up = up.plus(one.up());
      days.add(day(month.atDay(i + 1), one));
    }
    Instant end = now.isBefore(to()) ? now : to();
    // What was known before the month began is watched from its first moment.
    Instant begin = watchedBefore(chart) ? from() : count.first.orElse(end);
    Duration span = begin.isBefore(end) ? Duration.between(begin, end) : Duration.ZERO;
    Duration seen = watched.compareTo(span) < 0 ? watched : span;
    return new MonthFacts.Database(
        status.database().name(),
        host(status.database().endpoint().host()),
        status.database().provider().displayName(),
        count.alive,
        count.failed,
        count.skipped,
        count.evidence,
        span,
        seen,
        up.compareTo(seen) < 0 ? up : seen,
        chart.stream()
            .flatMap(one -> one.latency().stream())
            .map(LatencyBucket::max)
            .max(Comparator.naturalOrder()),
        status.margin().safeUntil(),
        status.certificate().map(CertificateTerm::until),
        count.others,
        status.figures().filter(this::isOfThisMonth).map(this::account),
        days);
  }

  private static boolean watchedBefore(List<Stretch> chart) {
    return !chart.isEmpty() && chart.getFirst().watched().toHours() >= 23;
  }

  private static Day day(LocalDate day, Stretch one) {
    double whole = Math.max(1, Duration.between(one.from(), one.to()).toMillis());
    double watched = Math.min(1, one.watched().toMillis() / whole);
    double up =
        one.watched().isZero() ? 0 : (double) one.up().toMillis() / one.watched().toMillis();
    return new Day(day, watched, Math.min(1, up));
  }

  private Count count(UUID id, String label) throws AgentException {
    Count count = new Count();
    Filter filter = Filter.ALL.of(Set.of(id)).between(from(), to());
    Optional<Cursor> after = Optional.empty();
    do {
      TouchPage page = agent.history(filter, after, History.MAX_PAGE);
      page.touches().forEach(touch -> add(count, touch, label));
      after = page.next();
    } while (after.isPresent());
    return count;
  }

  private void add(Count count, RecordedTouch touch, String label) {
    switch (touch.verdict()) {
      case ALIVE -> count.alive++;
      case FAILED -> count.failed++;
      case SKIPPED -> count.skipped++;
    }
    count.first = Optional.of(touch.at());
    touch.evidence().ifPresent(one -> count.evidence.merge(evidence(one), 1L, Long::sum));
    touch
        .previousStamp()
        .map(Stamp::label)
        .filter(other -> !other.equalsIgnoreCase(label))
        .ifPresent(other -> count.others.merge(other, 1L, Long::sum));
  }

  private String evidence(Evidence evidence) {
    return language
        .map(reader ->
            reader.say(
                switch (evidence) {
                  case WRITE -> ReportPhrase.WRITTEN;
                  case READ -> ReportPhrase.READ;
                  case KEY_MISSING -> ReportPhrase.KEY_MISSING;
                  case PING -> ReportPhrase.PINGED;
                }))
        .orElseGet(() -> EnumWord.of(evidence));
  }

  private boolean isOfThisMonth(ProviderFigures figures) {
    return figures.at().filter(at -> !at.isBefore(from()) && at.isBefore(to())).isPresent();
  }

  private MonthFacts.Account account(ProviderFigures figures) {
    String counted =
        language
            .map(reader ->
                reader.say(
                    switch (figures.counted()) {
                      case COUNTED -> ReportPhrase.COUNTED_YES;
                      case NOT_COUNTED -> ReportPhrase.COUNTED_NO;
                      case BY_OTHERS -> ReportPhrase.COUNTED_OTHERS;
                      case UNKNOWN -> ReportPhrase.COUNTED_UNKNOWN;
                    }))
            .orElseGet(() -> EnumWord.of(figures.counted()));
    return new MonthFacts.Account(
        figures.state(), counted, figures.requests(), figures.requestLimit());
  }

  /// `eu1-…-4711.upstash.io`: enough to tell which, and not enough to get there.
  private String host(String host) {
    int dot = host.indexOf('.');
    String first = dot < 0 ? host : host.substring(0, dot);
    return hosts || first.length() < 9
        ? host
        : first.substring(0, 3)
            + "…"
            + first.substring(first.length() - 3)
            + (dot < 0 ? "" : host.substring(dot));
  }
}
