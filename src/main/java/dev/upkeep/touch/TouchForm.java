package dev.upkeep.touch;

import dev.upkeep.database.EnumWord;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonBuilder;
import java.time.Duration;
import java.time.Instant;

/// How a touch is written for scripts: as members of a JSON object. The names are a promise:
/// members may be added, never renamed. Instants are ISO 8601 in UTC; members that end in `Ms` are
/// milliseconds.
public final class TouchForm {
  private TouchForm() {}

  /// Adds how a touch ended and what it took.
  public static JsonBuilder add(JsonBuilder json, Touch touch) {
    switch (touch.outcome()) {
      case Outcome.Alive alive -> {
        json.put("outcome", "alive")
            .put("evidence", EnumWord.of(alive.evidence()))
            .put("latencyMs", millis(alive.latency()));
        alive.remark().ifPresent(remark -> json.put("remark", remark.english()));
        alive.previousStamp().ifPresent(stamp -> json.put("previousStamp", stamp(stamp)));
      }
      case Outcome.Failed failed ->
          json.put("outcome", "failed")
              .put("kind", EnumWord.of(failed.kind()))
              .put("message", failed.message().english())
              .put("advice", failed.advice().english());
      case Outcome.Skipped skipped ->
          json.put("outcome", "skipped")
              .put("reason", EnumWord.of(skipped.reason()))
              .put("message", skipped.message().english());
    }
    json.put("attempts", touch.attempts()).put("timingsMs", timings(touch));
    return json.putIfPresent("certificate", touch.certificate(), c -> certificate(c, touch.at()))
        .putIfPresent("server", touch.server(), TouchForm::server);
  }

  /// Milliseconds with three decimals.
  public static double millis(Duration duration) {
    return Math.round(duration.toNanos() / 1e3) / 1e3;
  }

  /// Who touched, and when: `label` and `at`.
  public static Json stamp(Stamp stamp) {
    return Json.object().put("at", UtcText.of(stamp.at())).put("label", stamp.label()).build();
  }

  private static Json certificate(Certificate certificate, Instant now) {
    return Json.object()
        .put("subject", certificate.subject())
        .put("issuer", certificate.issuer())
        .put("notAfter", certificate.notAfter().toString())
        .put("names", Json.array(certificate.names(), Json::of))
        .put("pinned", certificate.pinned())
        .put("daysLeft", certificate.daysLeft(now))
        .build();
  }

  private static Json server(ServerFacts server) {
    return Json.object()
        .put("product", server.product())
        .put("version", server.version())
        .putIfPresent("mode", server.mode())
        .putIfPresent("role", server.role())
        .build();
  }

  private static Json timings(Touch touch) {
    JsonBuilder json = Json.object();
    for (Rung rung : Rung.values()) {
      touch.timings().of(rung).ifPresent(took -> json.put(EnumWord.of(rung), millis(took)));
    }
    return json.build();
  }
}
