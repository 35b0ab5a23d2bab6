package dev.upkeep.upstash;

import dev.upkeep.json.Json;
import dev.upkeep.json.JsonException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the answer of `GET /redis/stats/{id}`. Of its members those of [the
/// description](https://upstash.com/docs/devops/developer-api/redis/get_database_stats) are used,
/// each a figure or a series, whichever it turns out to be; a series is a list of points, or one
/// point by itself. Whatever else there is, is ignored.
final class StatsReader {
  /// Points of all series together in a long answer.
  private static final int MAX_CHARS = 8 * 1024 * 1024;

  private StatsReader() {}

  private record Point(Instant at, long figure) {}

  static AccountStats read(String body) throws DeveloperApiException {
    Json.Obj json;
    try {
      json = Json.parse(body, MAX_CHARS).asObject().orElseThrow(Refusals::notTheApi);
    } catch (JsonException _) {
      throw Refusals.notTheApi();
    }
    return new AccountStats(
        figure(json, "daily_read_requests"),
        figure(json, "daily_write_requests"),
        figure(json, "total_monthly_requests"),
        figure(json, "total_monthly_read_requests"),
        figure(json, "total_monthly_write_requests"),
        figure(json, "total_monthly_bandwidth"),
        figure(json, "current_storage")
            .or(() -> figure(json, "diskusage"))
            .or(() -> figure(json, "total_monthly_storage")),
        figure(json, "keyspace"),
        json.members().values().stream()
            .flatMap(StatsReader::points)
            .map(Point::at)
            .max(Comparator.naturalOrder()));
  }

  private static Optional<Long> figure(Json.Obj json, String member) {
    return json.get(member)
        .flatMap(value ->
            number(value)
                .or(() -> points(value).max(Comparator.comparing(Point::at)).map(Point::figure)))
        .filter(figure -> figure >= 0);
  }

  /// Figures are whole, but some programs write them with a fraction.
  private static Optional<Long> number(Json value) {
    return value
        .asLong()
        .or(() -> value.asDouble().filter(d -> Math.abs(d) < 9e15).map(Math::round))
        .or(() ->
            value.asString().filter(text -> text.matches("[0-9]{1,15}")).map(Long::parseLong));
  }

  private static Stream<Point> points(Json value) {
    return value.asArray().orElse(List.of(value)).stream()
        .flatMap(point -> point.asObject().stream())
        .flatMap(point ->
            point
                .string("x")
                .flatMap(GoTime::read)
                .flatMap(
                    at -> point.get("y").flatMap(StatsReader::number).map(y -> new Point(at, y)))
                .stream());
  }
}
