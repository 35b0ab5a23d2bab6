package dev.upkeep.cli.status;

import dev.upkeep.cli.console.TouchReportJson;
import dev.upkeep.cli.console.Words;
import dev.upkeep.control.AgentInfo;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.IntegrationStatus;
import dev.upkeep.database.Database;
import dev.upkeep.database.EnumWord;
import dev.upkeep.database.Pause;
import dev.upkeep.history.JsonExport;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonBuilder;
import dev.upkeep.language.Sentence;
import dev.upkeep.touch.TouchForm;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The agent and its databases as JSON, told apart by the member `type`. The names are a promise to
/// scripts: members may be added, never renamed. Instants are ISO 8601 in UTC; a member's last word
/// is its unit.
public final class DatabasesJson {
  private DatabasesJson() {}

  public static Json.Obj agent(AgentInfo agent) {
    return agent(agent, List.of());
  }

  /// The same, with a member for each outlet.
  public static Json.Obj agent(AgentInfo agent, List<IntegrationStatus> outlets) {
    JsonBuilder json = members(agent);
    outlets.forEach(one -> json.put(one.outlet().word(), outlet(Json.object(), one).build()));
    return json.build();
  }

  private static JsonBuilder members(AgentInfo agent) {
    return Json.object()
        .put("type", "agent")
        .put("version", agent.version())
        .put("pid", agent.pid())
        .put("startedAt", Words.instant(agent.startedAt()))
        .put("profile", agent.profile())
        .put("label", agent.label())
        .put("background", agent.background())
        .put("enabled", agent.enabled())
        .put("defaultIntervalSeconds", agent.defaultInterval().toSeconds())
        .put("secretStore", agent.secretStore().english())
        .putIfPresent("secretTrouble", agent.secretTrouble().map(Sentence::english))
        .put("notices", Json.array(agent.notices(), notice -> Json.of(notice.english())))
        .putIfPresent("lastError", agent.lastError().map(Sentence::english))
        .putIfPresent("news", agent.news().map(Sentence::english));
  }

  /// Adds what may be known of an outlet.
  public static JsonBuilder outlet(JsonBuilder json, IntegrationStatus status) {
    return json.put("state", EnumWord.of(status.state()))
        .putIfPresent("host", status.host())
        .put("fromEnvironment", status.fromEnvironment())
        .putIfPresent("problem", status.problem().map(Sentence::english));
  }

  /// The members of one database, for more to be added.
  public static JsonBuilder database(DatabaseStatus status, AgentInfo agent, Instant now) {
    Database database = status.database();
    Duration interval = database.interval().orElse(agent.defaultInterval());
    JsonBuilder json =
        Json.object()
            .put("type", "database")
            .put("id", database.id().toString())
            .put("database", database.name())
            .put("endpoint", database.endpoint().display())
            .put("provider", TouchReportJson.name(database.provider()))
            .put("mode", TouchReportJson.name(database.mode()))
            .put("key", database.key())
            .putIfPresent("caFile", database.caFile().map(Path::toString))
            .putIfPresent(
                "clientCertificate", database.clientCertificate(), c -> Json.of(c.certificate()))
            .putIfPresent("serverName", database.serverName())
            .putIfPresent("sentinel", database.sentinel(), s -> Json.of(s.master()))
            .putIfPresent("secretReference", database.secretReference())
            .put("state", TouchReportJson.name(status.health()))
            .put("failures", status.failures())
            .put("running", status.running())
            .put("intervalSeconds", interval.toSeconds())
            .put("intervalIsDefault", database.interval().isEmpty())
            .putIfPresent("windowSeconds", database.effectiveWindow(), w -> Json.of(w.toSeconds()))
            .put("tags", Json.array(database.tags(), Json::of))
            .put("full", status.full())
            .putIfPresent("lastVerified", status.lastWrite().map(Words::instant))
            .putIfPresent("lastProof", status.lastVerified().map(Words::instant))
            .putIfPresent("safeUntil", status.margin().safeUntil().map(Words::instant))
            .putIfPresent("leftSeconds", status.margin().left(now), d -> Json.of(d.toSeconds()))
            .put("margin", TouchReportJson.name(status.margin().level(now)))
            .putIfPresent(
                "certificateExpiry", status.certificate().map(c -> Words.instant(c.until())))
            .putIfPresent("server", status.server())
            .putIfPresent("nextDue", status.nextDue().map(Words::instant))
            .putIfPresent("warning", status.warning())
            .putIfPresent("alsoKept", status.alsoKept(), TouchForm::stamp)
            .putIfPresent("account", status.figures(), FiguresText::json);
    boolean paused = database.paused().filter(pause -> pause.holdsAt(now)).isPresent();
    json.put("paused", paused);
    if (paused && database.paused().get() instanceof Pause.Until(var end)) {
      json.put("pausedUntil", Words.instant(end));
    }
    return json.putIfPresent("lastTouch", status.last(), DatabasesJson::touch);
  }

  private static Json.Obj touch(RecordedTouch recorded) {
    return JsonExport.members(Json.object(), recorded).build();
  }
}
