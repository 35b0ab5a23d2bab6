package dev.upkeep.control.wire;

import dev.upkeep.control.UptimeReport;
import dev.upkeep.database.EnumWord;
import dev.upkeep.database.TouchMode;
import dev.upkeep.history.Cursor;
import dev.upkeep.history.Filter;
import dev.upkeep.history.Health;
import dev.upkeep.history.LatencyBucket;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.Stretch;
import dev.upkeep.history.TouchPage;
import dev.upkeep.history.Transition;
import dev.upkeep.history.Uptime;
import dev.upkeep.history.Verdict;
import dev.upkeep.json.Json;
import dev.upkeep.touch.FailureKind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What happened, and how to ask for it, on the wire.
final class HistoryJson {
  private HistoryJson() {}

  static Json.Obj recorded(RecordedTouch recorded) {
    return Json.object()
        .put("id", recorded.id())
        .put("database", recorded.database().toString())
        .put("touch", TouchJson.write(recorded.touch()))
        .put("mode", EnumWord.of(recorded.mode()))
        .put("nextDue", recorded.nextDue().toString())
        .build();
  }

  static RecordedTouch recorded(Fields json) throws WireException {
    return new RecordedTouch(
        json.number("id"),
        json.uuid("database"),
        TouchJson.read(json.fields("touch")),
        json.word("mode", TouchMode.class),
        json.instant("nextDue"));
  }

  static Json.Obj page(TouchPage page) {
    return Json.object()
        .put("touches", Json.array(page.touches(), HistoryJson::recorded))
        .putIfPresent("next", page.next(), HistoryJson::cursor)
        .build();
  }

  static TouchPage page(Fields json) throws WireException {
    return new TouchPage(
        json.objects("touches", HistoryJson::recorded),
        json.ifPresent("next", page -> cursor(page.fields("next"))));
  }

  static Json.Obj cursor(Cursor cursor) {
    return Json.object().put("at", cursor.at().toString()).put("id", cursor.id()).build();
  }

  static Cursor cursor(Fields json) throws WireException {
    return new Cursor(json.instant("at"), json.number("id"));
  }

  static Json.Obj filter(Filter filter) {
    return Json.object()
        .put("databases", Json.array(filter.databases(), id -> Json.of(id.toString())))
        .put("verdicts", Json.array(filter.verdicts(), verdict -> Json.of(EnumWord.of(verdict))))
        .put("kinds", Json.array(filter.kinds(), kind -> Json.of(EnumWord.of(kind))))
        .putIfPresent("from", filter.from().map(Object::toString))
        .putIfPresent("to", filter.to().map(Object::toString))
        .build();
  }

  static Filter filter(Fields json) throws WireException {
    return new Filter(
        Set.copyOf(json.uuids("databases")),
        Set.copyOf(json.words("verdicts", Verdict.class)),
        Set.copyOf(json.words("kinds", FailureKind.class)),
        json.optionalInstant("from"),
        json.optionalInstant("to"));
  }

  static Json.Obj transition(Transition transition) {
    return Json.object()
        .put("database", transition.database().toString())
        .put("at", transition.at().toString())
        .put("from", EnumWord.of(transition.from()))
        .put("to", EnumWord.of(transition.to()))
        .put("detail", transition.detail())
        .build();
  }

  static Transition transition(Fields json) throws WireException {
    UUID database = json.uuid("database");
    return new Transition(
        database,
        json.instant("at"),
        json.word("from", Health.class),
        json.word("to", Health.class),
        json.text("detail"));
  }

  static Json.Obj stretch(Stretch stretch) {
    return Json.object()
        .put("from", stretch.from().toString())
        .put("to", stretch.to().toString())
        .putIfPresent("latency", stretch.latency(), HistoryJson::latency)
        .put("watched", stretch.watched().toString())
        .put("up", stretch.up().toString())
        .build();
  }

  static Stretch stretch(Fields json) throws WireException {
    return new Stretch(
        json.instant("from"),
        json.instant("to"),
        json.ifPresent("latency", one -> latency(one.fields("latency"))),
        json.duration("watched"),
        json.duration("up"));
  }

  private static Json.Obj latency(LatencyBucket bucket) {
    return Json.object()
        .put("from", bucket.from().toString())
        .put("touches", bucket.touches())
        .put("min", bucket.min().toString())
        .put("mean", bucket.mean().toString())
        .put("max", bucket.max().toString())
        .build();
  }

  private static LatencyBucket latency(Fields json) throws WireException {
    return new LatencyBucket(
        json.instant("from"),
        json.number("touches"),
        json.duration("min"),
        json.duration("mean"),
        json.duration("max"));
  }

  static Json.Obj uptime(UptimeReport report) {
    return Json.object()
        .put(
            "windows",
            Json.array(
                report.byWindow().entrySet(),
                entry ->
                    Json.object()
                        .put("window", entry.getKey().toString())
                        .put("span", entry.getValue().span().toString())
                        .put("watched", entry.getValue().watched().toString())
                        .put("up", entry.getValue().up().toString())
                        .build()))
        .build();
  }

  static UptimeReport uptime(Fields json) throws WireException {
    Map<Duration, Uptime> byWindow = new LinkedHashMap<>();
    for (Fields one : json.objects("windows", fields -> fields)) {
      byWindow.put(
          one.duration("window"),
          new Uptime(one.duration("span"), one.duration("watched"), one.duration("up")));
    }
    return new UptimeReport(byWindow);
  }
}
