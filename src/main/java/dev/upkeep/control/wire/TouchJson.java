package dev.upkeep.control.wire;

import dev.upkeep.database.EnumWord;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonBuilder;
import dev.upkeep.touch.Certificate;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Rung;
import dev.upkeep.touch.Stamp;
import dev.upkeep.touch.Timings;
import dev.upkeep.touch.Touch;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// A touch on the wire. Nothing is rounded: instants and durations are ISO 8601.
final class TouchJson {
  private static final String ALIVE = "alive";
  private static final String FAILED = "failed";
  private static final String SKIPPED = "skipped";

  private TouchJson() {}

  static Json.Obj write(Touch touch) {
    return Json.object()
        .put("at", touch.at().toString())
        .put("outcome", outcome(touch.outcome()))
        .put("attempts", touch.attempts())
        .put("timings", timings(touch.timings()))
        .putIfPresent("certificate", touch.certificate(), TouchJson::certificate)
        .build();
  }

  static Touch read(Fields json) throws WireException {
    return new Touch(
        json.instant("at"),
        outcome(json.fields("outcome")),
        json.count("attempts"),
        timings(json.fields("timings")),
        json.ifPresent("certificate", touch -> certificate(touch.fields("certificate"))));
  }

  private static Json.Obj outcome(Outcome outcome) {
    JsonBuilder json = Json.object();
    return switch (outcome) {
      case Outcome.Alive alive ->
          json.put("is", ALIVE)
              .put("evidence", EnumWord.of(alive.evidence()))
              .put("latency", alive.latency().toString())
              .putIfPresent("previousStamp", alive.previousStamp(), TouchJson::stamp)
              .putIfPresent("remark", alive.remark())
              .build();
      case Outcome.Failed failed ->
          json.put("is", FAILED)
              .put("kind", EnumWord.of(failed.kind()))
              .put("message", failed.message())
              .put("advice", failed.advice())
              .build();
      case Outcome.Skipped skipped ->
          json.put("is", SKIPPED)
              .put("reason", EnumWord.of(skipped.reason()))
              .put("message", skipped.message())
              .build();
    };
  }

  private static Outcome outcome(Fields json) throws WireException {
    return switch (json.text("is")) {
      case ALIVE ->
          new Outcome.Alive(
              json.word("evidence", Evidence.class),
              json.duration("latency"),
              json.ifPresent("previousStamp", alive -> stamp(alive.fields("previousStamp"))),
              json.optionalText("remark"));
      case FAILED ->
          new Outcome.Failed(
              json.word("kind", FailureKind.class), json.text("message"), json.text("advice"));
      case SKIPPED ->
          new Outcome.Skipped(
              json.word("reason", Outcome.Skipped.Reason.class), json.text("message"));
      default -> throw Fields.unfit("is");
    };
  }

  static Json stamp(Stamp stamp) {
    return Json.object().put("at", stamp.at().toString()).put("label", stamp.label()).build();
  }

  static Stamp stamp(Fields json) throws WireException {
    String label = json.text("label");
    if (!Stamp.isLabel(label)) {
      throw Fields.unfit("label");
    }
    return new Stamp(json.instant("at"), label);
  }

  private static Json timings(Timings timings) {
    JsonBuilder json = Json.object();
    for (Rung rung : Rung.values()) {
      timings.of(rung).ifPresent(took -> json.put(EnumWord.of(rung), took.toString()));
    }
    return json.build();
  }

  private static Timings timings(Fields json) throws WireException {
    Map<Rung, Duration> byRung = new EnumMap<>(Rung.class);
    for (Rung rung : Rung.values()) {
      if (json.has(EnumWord.of(rung))) {
        byRung.put(rung, json.duration(EnumWord.of(rung)));
      }
    }
    return new Timings(byRung);
  }

  private static Json certificate(Certificate certificate) {
    return Json.object()
        .put("subject", certificate.subject())
        .put("issuer", certificate.issuer())
        .put("notAfter", certificate.notAfter().toString())
        .build();
  }

  private static Certificate certificate(Fields json) throws WireException {
    return new Certificate(json.text("subject"), json.text("issuer"), json.instant("notAfter"));
  }
}
