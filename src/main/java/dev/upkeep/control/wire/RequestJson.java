package dev.upkeep.control.wire;

import dev.upkeep.control.DatabaseChange;
import dev.upkeep.control.ImportTerms;
import dev.upkeep.control.Integration;
import dev.upkeep.control.NewDatabase;
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

/// Requests as lines. The lines of [ControlRequest.Hello] and [ControlRequest.Stop] are the same in
/// every version.
public final class RequestJson {
  private static final String REQUEST = "request";
  private static final String DATABASES = "databases";

  private RequestJson() {}

  public static String line(ControlRequest request) {
    return write(request).write();
  }

  private static Json.Obj write(ControlRequest request) {
    return switch (request) {
      case ControlRequest.Hello(var version) -> of("hello").put("version", version).build();
      case ControlRequest.Snapshot() -> of("snapshot").build();
      case ControlRequest.Watch() -> of("watch").build();
      case ControlRequest.Add(var add) ->
          definition("add", add.database(), add.secret(), add.untested()).build();
      case ControlRequest.Edit(var edit) ->
          definition("edit", edit.database(), edit.secret(), edit.untested())
              .putIfPresent("seen", edit.seen(), DatabaseJson::write)
              .build();
      case ControlRequest.Remove(var ids) -> of("remove", ids).build();
      case ControlRequest.Secrets() -> of("secrets").build();
      case ControlRequest.ForgetOrphans() -> of("forgetOrphans").build();
      case ControlRequest.Forget(var ids) -> of("forget", ids).build();
      case ControlRequest.Restore(var id) -> of("restore").put("database", id.toString()).build();
      case ControlRequest.Pause(var ids, var time) ->
          of("pause", ids).putIfPresent("time", time.map(Object::toString)).build();
      case ControlRequest.Resume(var ids) -> of("resume", ids).build();
      case ControlRequest.Touch(var ids) -> of("touch", ids).build();
      case ControlRequest.Diagnose(var subject) ->
          DiagnosisJson.subject(of("diagnose"), subject).build();
      case ControlRequest.SecretStore() -> of("secretStore").build();
      case ControlRequest.History(var filter, var after, var limit) ->
          of("history")
              .put("filter", HistoryJson.filter(filter))
              .putIfPresent("after", after, HistoryJson::cursor)
              .put("limit", limit)
              .build();
      case ControlRequest.Uptime(var ids) -> of("uptime", ids).build();
      case ControlRequest.Chart(var ids, var from, var to, int stretches) ->
          of("chart", ids)
              .put("from", from.toString())
              .put("to", to.toString())
              .put("stretches", stretches)
              .build();
      case ControlRequest.Settings() -> of("settings").build();
      case ControlRequest.ChangeSettings(var revision, var values) ->
          of("changeSettings")
              .put("revision", revision)
              .put("values", StatusJson.values(values))
              .build();
      case ControlRequest.Metrics() -> of("metrics").build();
      case ControlRequest.Outlets() -> of("outlets").build();
      case ControlRequest.ChangeOutlet(var outlet, var url) ->
          of("changeOutlet")
              .put("outlet", EnumWord.of(outlet))
              .putIfPresent("secret", url.map(Secret::reveal))
              .build();
      case ControlRequest.TestOutlet(var outlet) ->
          of("testOutlet").put("outlet", EnumWord.of(outlet)).build();
      case ControlRequest.Export() -> of("export").build();
      case ControlRequest.Import(var piece, var last, var terms) ->
          of("import")
              .put("piece", piece)
              .put("last", last)
              .put("trustReferences", terms.trustReferences())
              .put("trustAddresses", terms.trustAddresses())
              .put("dryRun", terms.dryRun())
              .build();
      case ControlRequest.ListUpstash(var account) ->
          UpstashJson.account(of("listUpstash"), account);
      case ControlRequest.AddUpstash(var offer, var database, var untested) ->
          of("addUpstash")
              .put("offer", offer.toString())
              .put("database", database)
              .put("untested", untested)
              .build();
      case ControlRequest.ForgetUpstash(var offer) ->
          of("forgetUpstash").put("offer", offer.toString()).build();
      case ControlRequest.Show(var id) ->
          of("show").putIfPresent("database", id.map(Object::toString)).build();
      case ControlRequest.LoginStart() -> of("loginStart").build();
      case ControlRequest.TurnLoginStart(var on) -> of("turnLoginStart").put("on", on).build();
      case ControlRequest.Stop() -> of("stop").build();
    };
  }

  public static ControlRequest parse(String line) throws WireException {
    Fields json = Fields.parse(line, Wire.MAX_REQUEST);
    return switch (json.text(REQUEST)) {
      case "hello" -> new ControlRequest.Hello(json.count("version"));
      case "snapshot" -> new ControlRequest.Snapshot();
      case "watch" -> new ControlRequest.Watch();
      case "add" ->
          new ControlRequest.Add(
              new NewDatabase(database(json), secret(json), json.flag("untested")));
      case "edit" ->
          new ControlRequest.Edit(
              new DatabaseChange(
                  database(json),
                  secret(json),
                  json.flag("untested"),
                  json.ifPresent("seen", RequestJson::seen)));
      case "remove" -> new ControlRequest.Remove(json.uuids(DATABASES));
      case "secrets" -> new ControlRequest.Secrets();
      case "forgetOrphans" -> new ControlRequest.ForgetOrphans();
      case "forget" -> new ControlRequest.Forget(json.uuids(DATABASES));
      case "restore" -> new ControlRequest.Restore(json.uuid("database"));
      case "pause" ->
          new ControlRequest.Pause(
              json.uuids(DATABASES), json.ifPresent("time", pause -> pause.duration("time")));
      case "resume" -> new ControlRequest.Resume(json.uuids(DATABASES));
      case "touch" -> new ControlRequest.Touch(json.uuids(DATABASES));
      case "diagnose" -> new ControlRequest.Diagnose(DiagnosisJson.subject(json));
      case "secretStore" -> new ControlRequest.SecretStore();
      case "history" ->
          new ControlRequest.History(
              HistoryJson.filter(json.fields("filter")),
              json.ifPresent("after", history -> HistoryJson.cursor(history.fields("after"))),
              limit(json));
      case "uptime" -> new ControlRequest.Uptime(json.uuids(DATABASES));
      case "chart" ->
          new ControlRequest.Chart(
              json.uuids(DATABASES),
              json.moment("from"),
              json.moment("to"),
              json.count("stretches"));
      case "settings" -> new ControlRequest.Settings();
      case "changeSettings" ->
          new ControlRequest.ChangeSettings(
              json.number("revision"), StatusJson.values(json.fields("values")));
      case "metrics" -> new ControlRequest.Metrics();
      case "outlets" -> new ControlRequest.Outlets();
      case "changeOutlet" ->
          new ControlRequest.ChangeOutlet(json.word("outlet", Integration.class), secret(json));
      case "testOutlet" -> new ControlRequest.TestOutlet(json.word("outlet", Integration.class));
      case "export" -> new ControlRequest.Export();
      case "import" ->
          new ControlRequest.Import(
              json.text("piece"),
              json.flag("last"),
              new ImportTerms(
                  json.flag("trustReferences"),
                  isSet(json, "trustAddresses"),
                  isSet(json, "dryRun")));
      case "listUpstash" -> new ControlRequest.ListUpstash(UpstashJson.account(json));
      case "addUpstash" ->
          new ControlRequest.AddUpstash(
              json.uuid("offer"), json.text("database"), json.flag("untested"));
      case "forgetUpstash" -> new ControlRequest.ForgetUpstash(json.uuid("offer"));
      case "show" ->
          new ControlRequest.Show(
              json.ifPresent("database", database -> database.uuid("database")));
      case "loginStart" -> new ControlRequest.LoginStart();
      case "turnLoginStart" -> new ControlRequest.TurnLoginStart(json.flag("on"));
      case "stop" -> new ControlRequest.Stop();
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
    return database(json, "database");
  }

  private static Database seen(Fields json) throws WireException {
    return database(json, "seen");
  }

  private static Database database(Fields json, String member) throws WireException {
    DatabaseJson.Reading reading = DatabaseJson.read(json.fields(member).json());
    return reading.found().orElseThrow(() -> new WireException(reading.problems()));
  }

  static Optional<Secret> secret(Fields json) throws WireException {
    Optional<String> secret = json.optionalText("secret");
    if (secret.filter(String::isEmpty).isPresent()) {
      throw new WireException("A secret cannot be empty.");
    }
    return secret.map(Secret::of);
  }

  private static boolean isSet(Fields json, String flag) throws WireException {
    return json.has(flag) && json.flag(flag);
  }

  private static int limit(Fields json) throws WireException {
    int limit = json.count("limit");
    if (limit < 1 || limit > History.MAX_PAGE) {
      throw new WireException("A page has 1 to " + History.MAX_PAGE + " touches.");
    }
    return limit;
  }
}
