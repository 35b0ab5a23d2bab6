package dev.upkeep.control.wire;

import dev.upkeep.control.Subject;
import dev.upkeep.database.Database;
import dev.upkeep.database.DatabaseJson;
import dev.upkeep.database.EnumWord;
import dev.upkeep.database.Secret;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonBuilder;
import dev.upkeep.touch.Rung;
import dev.upkeep.touch.protocol.Diagnosis;
import java.util.Optional;

/// What is to be diagnosed, and the steps of it, on the wire.
final class DiagnosisJson {
  private static final String OF = "of";
  private static final String STORED = "stored";
  private static final String FRESH = "fresh";
  private static final String CHANGED = "changed";

  private DiagnosisJson() {}

  static JsonBuilder subject(JsonBuilder json, Subject subject) {
    return switch (subject) {
      case Subject.Stored(var id) -> json.put(OF, STORED).put("id", id.toString());
      case Subject.Fresh(var database, var secret) -> definition(json, FRESH, database, secret);
      case Subject.Changed(var database, var secret) -> definition(json, CHANGED, database, secret);
    };
  }

  static Subject subject(Fields json) throws WireException {
    return switch (json.text(OF)) {
      case STORED -> new Subject.Stored(json.uuid("id"));
      case FRESH -> new Subject.Fresh(RequestJson.database(json), RequestJson.secret(json));
      case CHANGED -> new Subject.Changed(RequestJson.database(json), RequestJson.secret(json));
      default -> throw Fields.unfit(OF);
    };
  }

  private static JsonBuilder definition(
      JsonBuilder json, String of, Database database, Optional<Secret> secret) {
    return json.put(OF, of)
        .put("database", DatabaseJson.write(database))
        .putIfPresent("secret", secret.map(Secret::reveal));
  }

  static Json.Obj step(Diagnosis.Step step) {
    return Json.object()
        .put("rung", EnumWord.of(step.rung()))
        .put("result", EnumWord.of(step.result()))
        .put("took", step.took().toString())
        .put("detail", step.detail())
        .build();
  }

  static Diagnosis.Step step(Fields json) throws WireException {
    return new Diagnosis.Step(
        json.word("rung", Rung.class),
        json.word("result", Diagnosis.Result.class),
        json.duration("took"),
        json.text("detail"));
  }
}
