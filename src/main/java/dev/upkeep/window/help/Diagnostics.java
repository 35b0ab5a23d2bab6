package dev.upkeep.window.help;

import dev.upkeep.control.AgentInfo;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.SettingsView;
import dev.upkeep.control.Snapshot;
import dev.upkeep.database.Endpoint;
import dev.upkeep.definitions.Setting;
import dev.upkeep.touch.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/// What helps somebody else to help, as text: versions, states and settings. What is foreign, such
/// as names, hosts, messages and paths, has no place in it, so that it can be pasted anywhere. In
/// English and in no words, since it is for those who read the source. Pure.
///
/// @param version of this window
/// @param now in UTC
/// @param system as in [System#getProperties()]
/// @param snapshot empty if no agent was seen yet
/// @param settings empty if the agent does not answer
record Diagnostics(
    String version,
    Instant now,
    Properties system,
    Optional<Snapshot> snapshot,
    Optional<SettingsView> settings) {

  /// Their values are foreign names.
  private static final List<String> WITHHELD = List.of("network.names");

  private static final List<String> SYSTEM =
      List.of("os.name", "os.version", "os.arch", "java.version", "java.vendor", "javafx.version");

  /// One fact a line.
  String text() {
    List<String> lines = new ArrayList<>();
    lines.add("upkeep: " + version);
    lines.add("at: " + now);
    SYSTEM.forEach(key -> lines.add(key + ": " + system.getProperty(key, "?")));
    snapshot.ifPresentOrElse(seen -> addAgent(seen, lines), () -> lines.add("agent: none"));
    settings.ifPresent(view -> addSettings(view.values(), lines));
    return String.join("\n", lines) + "\n";
  }

  private static void addAgent(Snapshot seen, List<String> lines) {
    AgentInfo agent = seen.agent();
    lines.add("agent.version: " + agent.version());
    lines.add("agent.started: " + agent.startedAt());
    lines.add("agent.background: " + agent.background());
    lines.add("agent.enabled: " + agent.enabled());
    lines.add("agent.secret-trouble: " + agent.secretTrouble().isPresent());
    lines.add("agent.notices: " + agent.notices().size());
    lines.add("agent.last-error: " + agent.lastError().isPresent());
    lines.add("databases: " + seen.databases().size());
    for (int i = 0; i < seen.databases().size(); i++) {
      lines.add("database." + (i + 1) + ": " + database(seen.databases().get(i)));
    }
  }

  private static String database(DatabaseStatus status) {
    return List.of(
            status.database().provider().name(),
            endpoint(status.database().endpoint()),
            status.database().mode().name(),
            status.health().name(),
            "failures=" + status.failures(),
            "running=" + status.running(),
            "last=" + status.last().map(last -> outcome(last.touch().outcome())).orElse("none"),
            "next=" + status.nextDue().map(Instant::toString).orElse("none"),
            "verified=" + status.lastVerified().map(Instant::toString).orElse("never"),
            "interval=" + status.database().interval().map(Object::toString).orElse("default"),
            "ca=" + status.database().caFile().isPresent(),
            "secret=" + secret(status.database().secretReference()))
        .stream()
        .collect(Collectors.joining(" "));
  }

  private static String endpoint(Endpoint endpoint) {
    return switch (endpoint) {
      case Endpoint.Redis redis -> redis.tls() ? "REDIS+TLS" : "REDIS";
      case Endpoint.Rest _ -> "REST";
    };
  }

  private static String outcome(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Alive alive -> "ALIVE/" + alive.evidence();
      case Outcome.Failed failed -> "FAILED/" + failed.kind();
      case Outcome.Skipped skipped -> "SKIPPED/" + skipped.reason();
    };
  }

  /// The kind of place alone: what follows the colon is a name or a path.
  private static String secret(Optional<String> reference) {
    return reference.map(text -> text.replaceFirst(":.*", "")).orElse("stored");
  }

  private static void addSettings(Map<String, String> values, List<String> lines) {
    Setting.ALL.stream()
        .map(Setting::key)
        .filter(key -> !WITHHELD.contains(key))
        .forEach(key -> lines.add("setting." + key + ": " + values.getOrDefault(key, "?")));
  }
}
