package dev.upkeep.report;

import dev.upkeep.history.CsvExport;
import dev.upkeep.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A month for programs. Members and columns stay; new ones may come. English, whoever reads.
public final class MonthFiles {
  private static final List<String> COLUMNS =
      List.of(
          "month",
          "database",
          "host",
          "provider",
          "alive",
          "failed",
          "skipped",
          "evidence",
          "span_seconds",
          "watched_seconds",
          "up_seconds",
          "slowest_ms",
          "safe_until",
          "certificate_until",
          "also_kept_by",
          "provider_state",
          "counted",
          "month_requests",
          "month_request_limit");

  private MonthFiles() {}

  /// One object.
  public static String json(MonthFacts facts) {
    return Json.object()
            .put("type", "report")
            .put("month", facts.month().toString())
            .put("made", facts.made().toString())
            .put("databases", Json.array(facts.databases(), MonthFiles::json))
            .build()
            .writePretty()
        + "\n";
  }

  private static Json json(MonthFacts.Database one) {
    return Json.object()
        .put("database", one.name())
        .put("host", one.host())
        .put("provider", one.provider())
        .put("alive", one.alive())
        .put("failed", one.failed())
        .put("skipped", one.skipped())
        .put("evidence", counts(one.evidence()))
        .put("spanSeconds", one.span().toSeconds())
        .put("watchedSeconds", one.watched().toSeconds())
        .put("upSeconds", one.up().toSeconds())
        .putIfPresent("slowestMs", one.slowest(), most -> Json.of(most.toMillis()))
        .putIfPresent("safeUntil", one.safeUntil().map(Instant::toString))
        .putIfPresent("certificateUntil", one.certificateUntil().map(Instant::toString))
        .put("alsoKeptBy", counts(one.others()))
        .putIfPresent(
            "account",
            one.account(),
            account ->
                Json.object()
                    .put("state", account.state())
                    .put("counted", account.counted())
                    .putIfPresent("monthRequests", account.requests(), Json::of)
                    .putIfPresent("monthRequestLimit", account.requestLimit(), Json::of)
                    .build())
        .put(
            "days",
            Json.array(
                one.days(),
                day ->
                    Json.object()
                        .put("day", day.day().toString())
                        .put("watched", day.watched())
                        .put("up", day.up())
                        .build()))
        .build();
  }

  private static Json counts(Map<String, Long> counts) {
    return Json.array(
        counts.entrySet(),
        one -> Json.object().put("what", one.getKey()).put("count", one.getValue()).build());
  }

  /// A row for each database.
  public static String csv(MonthFacts facts) {
    StringBuilder out = new StringBuilder(row(COLUMNS));
    for (MonthFacts.Database one : facts.databases()) {
      Optional<MonthFacts.Account> account = one.account();
      out.append(
          row(
              List.of(
                  facts.month().toString(),
                  one.name(),
                  one.host(),
                  one.provider(),
                  Long.toString(one.alive()),
                  Long.toString(one.failed()),
                  Long.toString(one.skipped()),
                  joined(one.evidence()),
                  Long.toString(one.span().toSeconds()),
                  Long.toString(one.watched().toSeconds()),
                  Long.toString(one.up().toSeconds()),
                  one.slowest().map(most -> Long.toString(most.toMillis())).orElse(""),
                  one.safeUntil().map(Instant::toString).orElse(""),
                  one.certificateUntil().map(Instant::toString).orElse(""),
                  joined(one.others()),
                  account.map(MonthFacts.Account::state).orElse(""),
                  account.map(MonthFacts.Account::counted).orElse(""),
                  figure(account.flatMap(MonthFacts.Account::requests)),
                  figure(account.flatMap(MonthFacts.Account::requestLimit)))));
    }
    return out.toString();
  }

  private static String figure(Optional<Long> figure) {
    return figure.map(String::valueOf).orElse("");
  }

  private static String joined(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(one -> one.getKey() + "=" + one.getValue())
        .collect(Collectors.joining("; "));
  }

  private static String row(List<String> cells) {
    return cells.stream().map(CsvExport::cell).collect(Collectors.joining(",")) + "\r\n";
  }
}
