package dev.upkeep.control.wire;

import dev.upkeep.control.Change;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonBuilder;

/// A change on the wire; `what` tells which.
final class ChangeJson {
  private static final String WHAT = "what";
  private static final String DATABASE = "database";
  private static final String REMOVED = "removed";
  private static final String REORDERED = "reordered";
  private static final String TOUCH = "touch";
  private static final String HEALTH = "health";
  private static final String AGENT = "agent";
  private static final String SETTINGS = "settings";
  private static final String OUTLET = "outlet";
  private static final String WANTED = "wanted";

  private ChangeJson() {}

  static Json.Obj write(Change change) {
    return switch (change) {
      case Change.Database(var status) -> of(DATABASE).put("to", StatusJson.status(status)).build();
      case Change.Removed(var id) -> of(REMOVED).put(DATABASE, id.toString()).build();
      case Change.Reordered(var ids) ->
          of(REORDERED).put("databases", Json.array(ids, id -> Json.of(id.toString()))).build();
      case Change.TouchEnded(var touched) ->
          of(TOUCH).put("to", StatusJson.touched(touched)).build();
      case Change.HealthChanged(var transition) ->
          of(HEALTH).put("to", HistoryJson.transition(transition)).build();
      case Change.Agent(var agent) -> of(AGENT).put("to", StatusJson.agent(agent)).build();
      case Change.Settings(var settings) ->
          of(SETTINGS).put("to", StatusJson.settings(settings)).build();
      case Change.Outlet(var status) ->
          of(OUTLET).put("to", IntegrationJson.status(status)).build();
      case Change.Wanted(var id) ->
          of(WANTED).putIfPresent(DATABASE, id.map(Object::toString)).build();
    };
  }

  static Change read(Fields json) throws WireException {
    return switch (json.text(WHAT)) {
      case DATABASE -> new Change.Database(StatusJson.status(json.fields("to")));
      case REMOVED -> new Change.Removed(json.uuid(DATABASE));
      case REORDERED -> new Change.Reordered(json.uuids("databases"));
      case TOUCH -> new Change.TouchEnded(StatusJson.touched(json.fields("to")));
      case HEALTH -> new Change.HealthChanged(HistoryJson.transition(json.fields("to")));
      case AGENT -> new Change.Agent(StatusJson.agent(json.fields("to")));
      case SETTINGS -> new Change.Settings(StatusJson.settings(json.fields("to")));
      case OUTLET -> new Change.Outlet(IntegrationJson.status(json.fields("to")));
      case WANTED -> new Change.Wanted(json.ifPresent(DATABASE, wanted -> wanted.uuid(DATABASE)));
      default -> throw Fields.unfit(WHAT);
    };
  }

  private static JsonBuilder of(String what) {
    return Json.object().put(WHAT, what);
  }
}
