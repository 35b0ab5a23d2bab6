package dev.upkeep.agent;

import dev.upkeep.control.AgentInfo;
import dev.upkeep.control.Change;
import dev.upkeep.control.Snapshot;
import dev.upkeep.control.Watcher;
import dev.upkeep.language.Sentence;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Logs that a secret store that is needed stopped answering, and that it answers again: once each,
/// however often it is asked. Called on the agent's thread.
final class SecretStoreLog implements Watcher {
  private static final Logger LOG = LoggerFactory.getLogger(SecretStoreLog.class);

  private Optional<Sentence> before = Optional.empty();

  @Override
  public void snapshot(Snapshot first) {
    note(first.agent());
  }

  @Override
  public void changed(Change change) {
    if (change instanceof Change.Agent(var agent)) {
      note(agent);
    }
  }

  @Override
  public void ended(String reason) {
    // What the store does from here on is nobody's concern.
  }

  private void note(AgentInfo agent) {
    Optional<Sentence> now = agent.secretTrouble();
    if (!now.equals(before)) {
      before = now;
      now.ifPresentOrElse(
          sentence -> LOG.warn("{}", sentence), () -> LOG.info("The secret store answers again."));
    }
  }
}
