package dev.upkeep.deploy;

import dev.upkeep.database.Database;
import dev.upkeep.database.DatabaseJson;
import dev.upkeep.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The definitions that `--config` reads: what each database is and how it is touched, with a
/// reference in place of its secret.
final class ConfigFile {
  private final Layout layout;

  ConfigFile(Layout layout) {
    this.layout = layout;
  }

  /// As a text that may stand inside of a YAML block, a here-document and a GitHub expression.
  String of(List<DeployedDatabase> databases) {
    Json.Obj file =
        Json.object().put("format", 1).put("databases", Json.array(databases, this::entry)).build();
    return embeddable(file.writePretty()) + "\n";
  }

  private Json entry(DeployedDatabase kept) {
    Database database = kept.database();
    Map<String, Json> members =
        new LinkedHashMap<>(
            DatabaseJson.write(
                    database
                        .edit()
                        .paused(Optional.empty())
                        .interval(Optional.of(layout.timetable().interval(database)))
                        .caFile(Optional.empty())
                        .done())
                .members());
    // A name gives the same id at every start.
    members.remove("id");
    members.remove(DatabaseJson.TAGS);
    layout
        .certificates()
        .of(kept)
        .ifPresent(file -> members.put("caFile", Json.of(layout.folder() + "/" + file)));
    members.put(
        DatabaseJson.SECRET_REFERENCE,
        Json.of(layout.variables().of(database).map(layout.engine()::reference).orElse("none")));
    return new Json.Obj(members);
  }

  /// Only texts hold such characters, and there JSON lets them be written as escapes.
  private static String embeddable(String json) {
    StringBuilder text = new StringBuilder();
    json.replace("${{", "$\\u007b{")
        .codePoints()
        .forEach(c -> {
          if (c == '\n' || Printable.is(c)) {
            text.appendCodePoint(c);
          } else {
            new String(Character.toChars(c))
                .chars()
                .forEach(unit -> text.append(String.format(Locale.ROOT, "\\u%04x", unit)));
          }
        });
    return text.toString();
  }
}
