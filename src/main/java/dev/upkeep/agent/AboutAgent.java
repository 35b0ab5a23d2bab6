package dev.upkeep.agent;

import dev.upkeep.agent.desktop.ChildEnvironment;
import dev.upkeep.agent.keeping.DefinitionsStore;
import dev.upkeep.agent.keeping.Notices;
import dev.upkeep.control.AgentInfo;
import dev.upkeep.definitions.Setting;
import dev.upkeep.history.HistoryNotice;
import dev.upkeep.history.store.History;
import dev.upkeep.secret.Secrets;
import java.time.Instant;
import java.util.stream.Stream;

/// What the agent says of itself. Asked on the agent's thread.
final class AboutAgent {
  private final Core.Plan plan;
  private final Instant startedAt;
  private final DefinitionsStore store;
  private final History history;
  private final Secrets secrets;
  private final SecretCheck secretCheck;
  private final MetricsSwitch metrics;
  private final Notices notices;
  private final UpdateLooks updates;

  AboutAgent(
      Core.Plan plan,
      Instant startedAt,
      DefinitionsStore store,
      History history,
      Secrets secrets,
      SecretCheck secretCheck,
      MetricsSwitch metrics,
      Notices notices,
      UpdateLooks updates) {
    this.plan = plan;
    this.startedAt = startedAt;
    this.store = store;
    this.history = history;
    this.secrets = secrets;
    this.secretCheck = secretCheck;
    this.metrics = metrics;
    this.notices = notices;
    this.updates = updates;
  }

  AgentInfo now() {
    return new AgentInfo(
        plan.version(),
        ProcessHandle.current().pid(),
        startedAt,
        plan.profile(),
        plan.label(),
        plan.scheduled(),
        plan.enabled(),
        plan.standalone() && ChildEnvironment.referenced(store.definitions().databases()).isEmpty(),
        store.definitions().settings().get(Setting.INTERVAL),
        secrets.place(),
        secretCheck.lastSeen(),
        Stream.concat(notices.all().stream(), metrics.trouble().stream()).toList(),
        history.trouble().map(HistoryNotice::told),
        updates.line());
  }
}
