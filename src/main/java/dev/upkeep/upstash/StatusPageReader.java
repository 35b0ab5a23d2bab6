package dev.upkeep.upstash;

import dev.upkeep.database.DatabaseName;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Understands what status pages say, and makes a short line of it. Pure.
public final class StatusPageReader {
  private static final int MAX_PART = 100;
  private static final int MAX_INCIDENTS = 2;

  private StatusPageReader() {}

  /// The [summary](https://metastatuspage.com/api) of a page by Statuspage, or by one of those that
  /// imitate it: the state of the whole, and incidents that are not over.
  static Optional<String> statuspage(String body) {
    return object(body)
        .flatMap(json ->
            json.object("status")
                .filter(status -> status.string("indicator").isPresent())
                .flatMap(status -> status.string("description"))
                .flatMap(StatusPageReader::line)
                .map(description -> {
                  List<String> parts = new ArrayList<>(List.of(description));
                  json.array("incidents").orElse(List.of()).stream()
                      .flatMap(incident -> incident.asObject().stream())
                      .flatMap(incident -> incident.string("name").stream())
                      .flatMap(name -> line(name).stream())
                      .limit(MAX_INCIDENTS)
                      .forEach(parts::add);
                  return String.join("; ", parts);
                }));
  }

  /// The JSON of a page by Better Stack: the state of the whole, and what was announced.
  static Optional<String> betterStack(String body) {
    return object(body)
        .flatMap(json -> json.object("data"))
        .flatMap(data -> data.object("attributes"))
        .flatMap(attributes ->
            attributes
                .string("aggregate_state")
                .flatMap(StatusPageReader::state)
                .map(state ->
                    attributes
                        .string("announcement")
                        .flatMap(StatusPageReader::line)
                        .map(announcement -> state + "; " + announcement)
                        .orElse(state)));
  }

  private static Optional<String> state(String word) {
    return switch (word) {
      case "operational" -> Optional.of("all services work");
      case "degraded" -> Optional.of("some services have trouble");
      case "downtime" -> Optional.of("some services are down");
      case "maintenance" -> Optional.of("maintenance is under way");
      default -> line(word.replace('_', ' '));
    };
  }

  private static Optional<Json.Obj> object(String body) {
    try {
      return Json.parse(body).asObject();
    } catch (JsonException notJson) {
      return Optional.empty();
    }
  }

  /// One line, bounded, without what cannot be seen; empty if nothing is left.
  private static Optional<String> line(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .limit(10L * MAX_PART)
        .map(c -> DatabaseName.isInvisible(c) || Character.isWhitespace(c) ? ' ' : c)
        .forEach(out::appendCodePoint);
    String line = out.toString().strip().replaceAll(" {2,}", " ");
    int length = line.codePointCount(0, line.length());
    return line.isEmpty()
        ? Optional.empty()
        : Optional.of(
            length <= MAX_PART
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_PART - 1)).strip() + "…");
  }
}
