package dev.upkeep.control.wire;

import dev.upkeep.control.DatabaseChange;
import dev.upkeep.control.NewDatabase;
import dev.upkeep.control.Outlet;
import dev.upkeep.database.Database;
import dev.upkeep.database.DatabaseJson;
import dev.upkeep.database.EnumWord;
import dev.upkeep.database.Secret;
import dev.upkeep.history.store.History;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonBuilder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Requests as lines. The lines of [Request.Hello] and [Request.Stop] are the same in every
/// version.
public final class RequestJson {
  private static final String REQUEST = "request";
  private static final String DATABASES = "databases";

  private RequestJson() {}

  public static String line(Request request) {
    return write(request).write();
  }

  private static Json.Obj write(Request request) {
    return switch (request) {
      case Request.Hello(var version) -> of("hello").put("version", version).build();
      case Request.Snapshot() -> of("snapshot").build();
      case Request.Watch() -> of("watch").build();
      case Request.Add(var add) ->
          definition("add", add.database(), add.secret(), add.untested()).build();
      case Request.Edit(var edit) ->
          definition("edit", edit.database(), edit.secret(), edit.untested()).build();
      case Request.Remove(var ids) -> of("remove", ids).build();
      case Request.Restore(var id) -> of("restore").put("database", id.toString()).build();
      case Request.Pause(var ids, var time) ->
          of("pause", ids).putIfPresent("time", time.map(Object::toString)).build();
      case Request.Resume(var ids) -> of("resume", ids).build();
      case Request.Touch(var ids) -> of("touch", ids).build();
      case Request.Diagnose(var subject) -> DiagnosisJson.subject(of("diagnose"), subject).build();
      case Request.SecretStore() -> of("secretStore").build();
      case Request.History(var filter, var after, var limit) ->
          of("history")
              .put("filter", HistoryJson.filter(filter))
              .putIfPresent("after", after, HistoryJson::cursor)
              .put("limit", limit)
              .build();
      case Request.Uptime(var ids) -> of("uptime", ids).build();
      case Request.Chart(var ids, var from, var to, int stretches) ->
          of("chart", ids)
              .put("from", from.toString())
              .put("to", to.toString())
              .put("stretches", stretches)
              .build();
      case Request.Settings() -> of("settings").build();
      case Request.ChangeSettings(var revision, var values) ->
          of("changeSettings")
              .put("revision", revision)
              .put("values", StatusJson.values(values))
              .build();
      case Request.Metrics() -> of("metrics").build();
      case Request.Outlets() -> of("outlets").build();
      case Request.ChangeOutlet(var outlet, var url) ->
          of("changeOutlet")
              .put("outlet", EnumWord.of(outlet))
              .putIfPresent("secret", url.map(Secret::reveal))
              .build();
      case Request.TestOutlet(var outlet) ->
          of("testOutlet").put("outlet", EnumWord.of(outlet)).build();
      case Request.Export() -> of("export").build();
      case Request.Import(var piece, var last, var trust) ->
          of("import").put("piece", piece).put("last", last).put("trustReferences", trust).build();
      case Request.ListUpstash(var account) -> UpstashJson.account(of("listUpstash"), account);
      case Request.AddUpstash(var offer, var database, var untested) ->
          of("addUpstash")
              .put("offer", offer.toString())
              .put("database", database)
              .put("untested", untested)
              .build();
      case Request.ForgetUpstash(var offer) ->
          of("forgetUpstash").put("offer", offer.toString()).build();
      case Request.Show(var id) ->
          of("show").putIfPresent("database", id.map(Object::toString)).build();
      case Request.LoginStart() -> of("loginStart").build();
      case Request.TurnLoginStart(var on) -> of("turnLoginStart").put("on", on).build();
      case Request.Stop() -> of("stop").build();
    };
  }

  public static Request parse(String line) throws WireException {
    Fields json = Fields.parse(line, Wire.MAX_REQUEST);
    return switch (json.text(REQUEST)) {
      case "hello" -> new Request.Hello(json.count("version"));
      case "snapshot" -> new Request.Snapshot();
      case "watch" -> new Request.Watch();
      case "add" ->
          new Request.Add(new NewDatabase(database(json), secret(json), json.flag("untested")));
      case "edit" ->
          new Request.Edit(new DatabaseChange(database(json), secret(json), json.flag("untested")));
      case "remove" -> new Request.Remove(json.uuids(DATABASES));
      case "restore" -> new Request.Restore(json.uuid("database"));
      case "pause" ->
          new Request.Pause(
              json.uuids(DATABASES), json.ifPresent("time", pause -> pause.duration("time")));
      case "resume" -> new Request.Resume(json.uuids(DATABASES));
      case "touch" -> new Request.Touch(json.uuids(DATABASES));
      case "diagnose" -> new Request.Diagnose(DiagnosisJson.subject(json));
      case "secretStore" -> new Request.SecretStore();
      case "history" ->
          new Request.History(
              HistoryJson.filter(json.fields("filter")),
              json.ifPresent("after", history -> HistoryJson.cursor(history.fields("after"))),
              limit(json));
      case "uptime" -> new Request.Uptime(json.uuids(DATABASES));
      case "chart" ->
          new Request.Chart(
              json.uuids(DATABASES),
              json.instant("from"),
              json.instant("to"),
              json.count("stretches"));
      case "settings" -> new Request.Settings();
      case "changeSettings" ->
          new Request.ChangeSettings(
              json.number("revision"), StatusJson.values(json.fields("values")));
      case "metrics" -> new Request.Metrics();
      case "outlets" -> new Request.Outlets();
      case "changeOutlet" ->
          new Request.ChangeOutlet(json.word("outlet", Outlet.class), secret(json));
      case "testOutlet" -> new Request.TestOutlet(json.word("outlet", Outlet.class));
      case "export" -> new Request.Export();
      case "import" ->
          new Request.Import(json.text("piece"), json.flag("last"), json.flag("trustReferences"));
      case "listUpstash" -> new Request.ListUpstash(UpstashJson.account(json));
      case "addUpstash" ->
          new Request.AddUpstash(json.uuid("offer"), json.text("database"), json.flag("untested"));
      case "forgetUpstash" -> new Request.ForgetUpstash(json.uuid("offer"));
      case "show" ->
          new Request.Show(json.ifPresent("database", database -> database.uuid("database")));
      case "loginStart" -> new Request.LoginStart();
      case "turnLoginStart" -> new Request.TurnLoginStart(json.flag("on"));
      case "stop" -> new Request.Stop();
      default -> throw Fields.unfit(REQUEST);
    };
  }

  private static JsonBuilder of(String request) {
    return Json.object().put(REQUEST, request);
  }

  private static JsonBuilder of(String request, List<UUID> ids) {
    return of(request).put(DATABASES, Json.array(ids, id -> Json.of(id.toString())));
  }

  private static JsonBuilder definition(
      String request, Database database, Optional<Secret> secret, boolean untested) {
    return of(request)
        .put("database", DatabaseJson.write(database))
        .putIfPresent("secret", secret.map(Secret::reveal))
        .put("untested", untested);
  }

  static Database database(Fields json) throws WireException {
    DatabaseJson.Reading reading = DatabaseJson.read(json.fields("database").json());
    return reading.found().orElseThrow(() -> new WireException(reading.problems()));
  }

  static Optional<Secret> secret(Fields json) throws WireException {
    Optional<String> secret = json.optionalText("secret");
    if (secret.filter(String::isEmpty).isPresent()) {
      throw new WireException("A secret cannot be empty.");
    }
    return secret.map(Secret::of);
  }

  private static int limit(Fields json) throws WireException {
    int limit = json.count("limit");
    if (limit < 1 || limit > History.MAX_PAGE) {
      throw new WireException("A page has 1 to " + History.MAX_PAGE + " touches.");
    }
    return limit;
  }
}
