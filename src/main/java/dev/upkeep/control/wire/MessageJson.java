package dev.upkeep.control.wire;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.ImportReport;
import dev.upkeep.control.ImportReport.SettingChange;
import dev.upkeep.control.SecretInventory;
import dev.upkeep.database.EnumWord;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonBuilder;

/// Messages as lines. The lines of [Message.Hello] and [Message.Ended] are the same in every
/// version.
public final class MessageJson {
  private static final String MESSAGE = "message";

  private MessageJson() {}

  public static String line(Message message) {
    return write(message).write();
  }

  private static Json.Obj write(Message message) {
    return switch (message) {
      case Message.Hello(var version) -> of("hello").put("version", version).build();
      case Message.Done() -> of("done").build();
      case Message.Refused(var reason, var problems) ->
          of("refused")
              .put("reason", EnumWord.of(reason))
              .put("problems", Json.array(problems, Json::of))
              .build();
      case Message.Ended(var reason) -> of("ended").put("reason", reason).build();
      case Message.Begin(var agent) -> of("begin").put("agent", StatusJson.agent(agent)).build();
      case Message.Status(var status) ->
          of("status").put("status", StatusJson.status(status)).build();
      case Message.AddedOne(var added) -> of("added").put("added", StatusJson.added(added)).build();
      case Message.TouchEnded(var touched) ->
          of("touched").put("touched", StatusJson.touched(touched)).build();
      case Message.Step(var step) -> of("step").put("step", DiagnosisJson.step(step)).build();
      case Message.Diagnosed(var touch) ->
          of("diagnosed").put("touch", TouchJson.write(touch)).build();
      case Message.SecretStore(var trouble) ->
          of("secretStore").putIfPresent("trouble", trouble).build();
      case Message.Secrets(var inventory) ->
          of("secrets")
              .put("inKeychain", inventory.inKeychain())
              .put("inFile", inventory.inFile())
              .put("owed", inventory.owed())
              .put("orphans", inventory.orphans())
              .build();
      case Message.History(var page) -> of("page").put("page", HistoryJson.page(page)).build();
      case Message.Chart(var stretches) ->
          of("chart").put("stretches", Json.array(stretches, HistoryJson::stretch)).build();
      case Message.Uptime(var report) ->
          of("uptime").put("uptime", HistoryJson.uptime(report)).build();
      case Message.Settings(var settings) ->
          of("settings").put("settings", StatusJson.settings(settings)).build();
      case Message.Metrics(var status) ->
          of("metrics").put("metrics", StatusJson.metrics(status)).build();
      case Message.Outlets(var outlets) ->
          of("outlets").put("outlets", Json.array(outlets, IntegrationJson::status)).build();
      case Message.OutletTested(var test) ->
          of("outletTested").put("test", IntegrationJson.test(test)).build();
      case Message.Text(var piece, var last) ->
          of("text").put("piece", piece).put("last", last).build();
      case Message.Imported(var report) ->
          of("imported")
              .put("added", Json.array(report.added(), Json::of))
              .put("settings", Json.array(report.settings(), MessageJson::settingChange))
              .put("problems", Json.array(report.problems(), Json::of))
              .build();
      case Message.Offer(var offer) -> of("offer").put("offer", UpstashJson.offer(offer)).build();
      case Message.Offered(var database) ->
          of("offered").put("database", UpstashJson.database(database)).build();
      case Message.LoginStart(var status) ->
          of("loginStart").put("loginStart", StatusJson.loginStart(status)).build();
      case Message.Changed(var change) ->
          of("changed").put("change", ChangeJson.write(change)).build();
    };
  }

  public static Message parse(String line) throws WireException {
    Fields json = Fields.parse(line, Wire.MAX_MESSAGE);
    return switch (json.text(MESSAGE)) {
      case "hello" -> new Message.Hello(json.count("version"));
      case "done" -> new Message.Done();
      case "refused" ->
          new Message.Refused(
              json.word("reason", AgentException.Refused.Reason.class), json.texts("problems"));
      case "ended" -> new Message.Ended(json.text("reason"));
      case "begin" -> new Message.Begin(StatusJson.agent(json.fields("agent")));
      case "status" -> new Message.Status(StatusJson.status(json.fields("status")));
      case "added" -> new Message.AddedOne(StatusJson.added(json.fields("added")));
      case "touched" -> new Message.TouchEnded(StatusJson.touched(json.fields("touched")));
      case "step" -> new Message.Step(DiagnosisJson.step(json.fields("step")));
      case "diagnosed" -> new Message.Diagnosed(TouchJson.read(json.fields("touch")));
      case "secretStore" -> new Message.SecretStore(json.optionalText("trouble"));
      case "secrets" ->
          new Message.Secrets(
              new SecretInventory(
                  json.count("inKeychain"),
                  json.count("inFile"),
                  json.count("owed"),
                  json.count("orphans")));
      case "page" -> new Message.History(HistoryJson.page(json.fields("page")));
      case "chart" -> new Message.Chart(json.objects("stretches", HistoryJson::stretch));
      case "uptime" -> new Message.Uptime(HistoryJson.uptime(json.fields("uptime")));
      case "settings" -> new Message.Settings(StatusJson.settings(json.fields("settings")));
      case "metrics" -> new Message.Metrics(StatusJson.metrics(json.fields("metrics")));
      case "outlets" -> new Message.Outlets(json.objects("outlets", IntegrationJson::status));
      case "outletTested" -> new Message.OutletTested(IntegrationJson.test(json.fields("test")));
      case "text" -> new Message.Text(json.text("piece"), json.flag("last"));
      case "imported" ->
          new Message.Imported(
              new ImportReport(
                  json.texts("added"),
                  json.objects("settings", MessageJson::settingChange),
                  json.texts("problems")));
      case "offer" -> new Message.Offer(UpstashJson.offer(json.fields("offer")));
      case "offered" -> new Message.Offered(UpstashJson.database(json.fields("database")));
      case "loginStart" -> new Message.LoginStart(StatusJson.loginStart(json.fields("loginStart")));
      case "changed" -> new Message.Changed(ChangeJson.read(json.fields("change")));
      default -> throw Fields.unfit(MESSAGE);
    };
  }

  private static JsonBuilder of(String message) {
    return Json.object().put(MESSAGE, message);
  }

  private static Json settingChange(SettingChange change) {
    return Json.object()
        .put("key", change.key())
        .put("before", change.before())
        .put("after", change.after())
        .put("made", change.made())
        .build();
  }

  private static SettingChange settingChange(Fields json) throws WireException {
    return new SettingChange(
        json.text("key"), json.text("before"), json.text("after"), json.flag("made"));
  }
}
