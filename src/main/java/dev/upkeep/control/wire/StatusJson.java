package dev.upkeep.control.wire;

import dev.upkeep.control.Added;
import dev.upkeep.control.AgentInfo;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.LoginStartStatus;
import dev.upkeep.control.MetricsStatus;
import dev.upkeep.control.SettingsView;
import dev.upkeep.control.Touched;
import dev.upkeep.database.Database;
import dev.upkeep.database.DatabaseJson;
import dev.upkeep.database.EnumWord;
import dev.upkeep.history.Health;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/// How databases and the agent are doing, on the wire.
final class StatusJson {
  private StatusJson() {}

  static Json.Obj status(DatabaseStatus status) {
    return Json.object()
        .put("database", DatabaseJson.write(status.database()))
        .put("health", EnumWord.of(status.health()))
        .put("running", status.running())
        .putIfPresent("nextDue", status.nextDue().map(Object::toString))
        .putIfPresent("lastVerified", status.lastVerified().map(Object::toString))
        .putIfPresent("last", status.last(), HistoryJson::recorded)
        .put("failures", status.failures())
        .putIfPresent("warning", status.warning())
        .putIfPresent("alsoKept", status.alsoKept(), TouchJson::stamp)
        .putIfPresent("lastWrite", status.lastWrite().map(Object::toString))
        .build();
  }

  static DatabaseStatus status(Fields json) throws WireException {
    return new DatabaseStatus(
        trusted(json.fields("database")),
        json.word("health", Health.class),
        json.flag("running"),
        json.optionalInstant("nextDue"),
        json.optionalInstant("lastVerified"),
        json.ifPresent("last", status -> HistoryJson.recorded(status.fields("last"))),
        json.count("failures"),
        json.optionalText("warning"),
        json.ifPresent("alsoKept", status -> TouchJson.stamp(status.fields("alsoKept"))),
        json.optionalInstant("lastWrite"));
  }

  private static Database trusted(Fields json) throws WireException {
    DatabaseJson.Reading reading = DatabaseJson.readTrusted(json.json());
    return reading.found().orElseThrow(() -> new WireException(reading.problems()));
  }

  static Json.Obj added(Added added) {
    return Json.object()
        .put("status", status(added.status()))
        .putIfPresent("test", added.test(), TouchJson::write)
        .build();
  }

  static Added added(Fields json) throws WireException {
    return new Added(
        status(json.fields("status")),
        json.ifPresent("test", added -> TouchJson.read(added.fields("test"))));
  }

  static Json.Obj touched(Touched touched) {
    return Json.object()
        .put("database", touched.database().toString())
        .put("touch", TouchJson.write(touched.touch()))
        .build();
  }

  static Touched touched(Fields json) throws WireException {
    return new Touched(json.uuid("database"), TouchJson.read(json.fields("touch")));
  }

  public static Json.Obj agent(AgentInfo agent) {
    return Json.object()
        .put("version", agent.version())
        .put("pid", agent.pid())
        .put("startedAt", agent.startedAt().toString())
        .put("profile", agent.profile())
        .put("label", agent.label())
        .put("background", agent.background())
        .put("enabled", agent.enabled())
        .put("standalone", agent.standalone())
        .put("defaultInterval", agent.defaultInterval().toString())
        .put("secretStore", agent.secretStore())
        .putIfPresent("secretTrouble", agent.secretTrouble())
        .put("notices", Json.array(agent.notices(), Json::of))
        .putIfPresent("lastError", agent.lastError())
        .build();
  }

  public static AgentInfo agent(Fields json) throws WireException {
    return new AgentInfo(
        json.text("version"),
        json.number("pid"),
        json.instant("startedAt"),
        json.text("profile"),
        json.text("label"),
        json.flag("background"),
        json.flag("enabled"),
        json.flag("standalone"),
        json.duration("defaultInterval"),
        json.text("secretStore"),
        json.optionalText("secretTrouble"),
        json.texts("notices"),
        json.optionalText("lastError"));
  }

  static Json.Obj settings(SettingsView settings) {
    return Json.object()
        .put("revision", settings.revision())
        .put("values", values(settings.values()))
        .build();
  }

  static SettingsView settings(Fields json) throws WireException {
    return new SettingsView(json.number("revision"), values(json.fields("values")));
  }

  static Json.Obj loginStart(LoginStartStatus status) {
    return Json.object()
        .put("state", EnumWord.of(status.state()))
        .putIfPresent("place", status.place())
        .putIfPresent("problem", status.problem())
        .build();
  }

  static LoginStartStatus loginStart(Fields json) throws WireException {
    return new LoginStartStatus(
        json.word("state", LoginStartStatus.State.class),
        json.optionalText("place"),
        json.optionalText("problem"));
  }

  static Json.Obj metrics(MetricsStatus status) {
    return Json.object()
        .putIfPresent("page", status.page())
        .putIfPresent("trouble", status.trouble())
        .put("byOption", status.byOption())
        .build();
  }

  static MetricsStatus metrics(Fields json) throws WireException {
    return new MetricsStatus(
        json.optionalText("page"), json.optionalText("trouble"), json.flag("byOption"));
  }

  /// Texts by key, in their order.
  static Json.Obj values(Map<String, String> values) {
    JsonBuilder json = Json.object();
    values.forEach(json::put);
    return json.build();
  }

  static Map<String, String> values(Fields json) throws WireException {
    Map<String, String> values = new LinkedHashMap<>();
    for (String key : json.json().members().keySet()) {
      values.put(key, json.text(key));
    }
    return values;
  }
}
