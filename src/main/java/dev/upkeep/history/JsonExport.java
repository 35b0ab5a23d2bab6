package dev.upkeep.history;

import dev.upkeep.database.EnumWord;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonBuilder;
import dev.upkeep.touch.TouchForm;
import dev.upkeep.touch.UtcText;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Writes touches as JSON, an object a line. The names of the members are a promise, see
/// [TouchForm].
public final class JsonExport {
  private final Appendable out;
  private final Function<UUID, Optional<String>> names;

  /// @param names what each database is called; empty for one that was removed
  public JsonExport(Appendable out, Function<UUID, Optional<String>> names) {
    this.out = out;
    this.names = names;
  }

  /// Writes all touches, and does not close what it writes to.
  ///
  /// @throws IOException as that does
  public void write(Iterator<RecordedTouch> touches) throws IOException {
    while (touches.hasNext()) {
      RecordedTouch touch = touches.next();
      JsonBuilder json =
          Json.object()
              .put("databaseId", touch.database().toString())
              .putIfPresent("database", names.apply(touch.database()));
      out.append(members(json, touch).build().write()).append("\n");
    }
  }

  /// Adds what there is to say of a touch, but for whose it was.
  public static JsonBuilder members(JsonBuilder json, RecordedTouch recorded) {
    json.put("time", UtcText.of(recorded.at())).put("mode", EnumWord.of(recorded.mode()));
    return TouchForm.add(json, recorded.touch()).put("nextDue", UtcText.of(recorded.nextDue()));
  }
}
