package dev.upkeep.cli.console;

import dev.upkeep.database.Database;
import dev.upkeep.database.EnumWord;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonBuilder;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Touch;
import dev.upkeep.touch.TouchForm;
import java.time.Instant;

/// A touch that was asked for as one JSON object. See [TouchForm] for its names.
public final class TouchReportJson {
  private TouchReportJson() {}

  public static Json.Obj of(Database database, Touch touch) {
    JsonBuilder json =
        Json.object()
            .put("time", Words.instant(touch.at()))
            .put("database", database.name())
            .put("endpoint", database.endpoint().display())
            .put("provider", name(database.provider()))
            .put("mode", name(database.mode()));
    return TouchForm.add(json, touch).build();
  }

  /// The answer of a keep-alive that is turned off.
  public static Json.Obj disabled(Instant at, String message) {
    return Json.object()
        .put("time", Words.instant(at))
        .put("outcome", "skipped")
        .put("reason", name(Outcome.Skipped.Reason.DISABLED))
        .put("message", message)
        .build();
  }

  /// `READ_BACK` as `readBack`.
  public static String name(Enum<?> constant) {
    return EnumWord.of(constant);
  }
}
