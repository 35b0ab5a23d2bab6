package dev.upkeep.cli;

import dev.upkeep.database.Database;
import dev.upkeep.database.EnumWord;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonBuilder;
import dev.upkeep.touch.Certificate;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Rung;
import dev.upkeep.touch.Stamp;
import dev.upkeep.touch.Touch;
import java.time.Duration;
import java.time.Instant;

/// A touch as one JSON object. The names are a promise to scripts: members may be added, never
/// renamed. Instants are ISO 8601 in UTC; members that end in `Ms` are milliseconds.
final class TouchJson {
  private TouchJson() {}

  static Json.Obj of(Database database, Touch touch) {
    JsonBuilder json =
        Json.object()
            .put("time", Words.instant(touch.at()))
            .put("database", database.name())
            .put("endpoint", database.endpoint().display())
            .put("provider", name(database.provider()))
            .put("mode", name(database.mode()));
    return result(json, touch).build();
  }

  /// Adds how a touch ended and what it took.
  static JsonBuilder result(JsonBuilder json, Touch touch) {
    switch (touch.outcome()) {
      case Outcome.Alive alive -> {
        json.put("outcome", "alive")
            .put("evidence", name(alive.evidence()))
            .put("latencyMs", millis(alive.latency()));
        alive.remark().ifPresent(remark -> json.put("remark", remark));
        alive.previousStamp().ifPresent(stamp -> json.put("previousStamp", stamp(stamp)));
      }
      case Outcome.Failed failed ->
          json.put("outcome", "failed")
              .put("kind", name(failed.kind()))
              .put("message", failed.message())
              .put("advice", failed.advice());
      case Outcome.Skipped skipped ->
          json.put("outcome", "skipped")
              .put("reason", name(skipped.reason()))
              .put("message", skipped.message());
    }
    json.put("attempts", touch.attempts()).put("timingsMs", timings(touch));
    return json.putIfPresent("certificate", touch.certificate(), c -> certificate(c, touch.at()));
  }

  /// The answer of a keep-alive that is turned off.
  static Json.Obj disabled(Instant at, String message) {
    return Json.object()
        .put("time", Words.instant(at))
        .put("outcome", "skipped")
        .put("reason", name(Outcome.Skipped.Reason.DISABLED))
        .put("message", message)
        .build();
  }

  static Json stamp(Stamp stamp) {
    return Json.object().put("at", Words.instant(stamp.at())).put("label", stamp.label()).build();
  }

  static Json certificate(Certificate certificate, Instant now) {
    return Json.object()
        .put("subject", certificate.subject())
        .put("issuer", certificate.issuer())
        .put("notAfter", certificate.notAfter().toString())
        .put("daysLeft", certificate.daysLeft(now))
        .build();
  }

  /// Milliseconds with three decimals.
  static double millis(Duration duration) {
    return Math.round(duration.toNanos() / 1e3) / 1e3;
  }

  /// `READ_BACK` as `readBack`.
  static String name(Enum<?> constant) {
    return EnumWord.of(constant);
  }

  private static Json timings(Touch touch) {
    JsonBuilder json = Json.object();
    for (Rung rung : Rung.values()) {
      touch.timings().of(rung).ifPresent(took -> json.put(name(rung), millis(took)));
    }
    return json.build();
  }
}
