package dev.upkeep.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentInfo;
import dev.upkeep.control.Change;
import dev.upkeep.control.Snapshot;
import dev.upkeep.control.Watcher;
import dev.upkeep.database.Secret;
import dev.upkeep.desktop.AppPaths;
import dev.upkeep.language.Sentence;
import dev.upkeep.secret.Lookup;
import dev.upkeep.secret.References;
import dev.upkeep.secret.SecretStore;
import dev.upkeep.secret.Secrets;
import dev.upkeep.secret.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A keeper whose secret store is locked, or hangs.
@Timeout(60)
final class SecretTroubleTest {
  private static final String LOCKED = "The keychain is locked.";

  @TempDir private Path folder;

  /// Answers, always the same, when it is let.
  private record LockedStore(CountDownLatch may) implements SecretStore {
    @Override
    public Sentence place() {
      return Sentence.verbatim("a keychain");
    }

    @Override
    public Sentence keeper() {
      return Sentence.verbatim("A keychain");
    }

    @Override
    public Optional<Lookup.Unavailable> check() {
      return Optional.of(locked());
    }

    @Override
    public Lookup read(UUID database) {
      return locked();
    }

    private Lookup.Unavailable locked() {
      try {
        may.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return new Lookup.Unavailable(Trouble.LOCKED, Sentence.verbatim(LOCKED));
    }

    @Override
    public void write(UUID database, Secret secret) {
      throw new AssertionError("nobody writes");
    }

    @Override
    public void remove(UUID database) {
      throw new AssertionError("nobody removes");
    }
  }

  /// Waits for what the agent says about itself.
  private static final class InfoWatcher implements Watcher {
    final BlockingQueue<AgentInfo> told = new LinkedBlockingQueue<>();

    @Override
    public void snapshot(Snapshot snapshot) {
      told.add(snapshot.agent());
    }

    @Override
    public void changed(Change change) {
      if (change instanceof Change.Agent(var agent)) {
        told.add(agent);
      }
    }

    @Override
    public void ended(String reason) {
      // The test is over.
    }
  }

  private Core open(SecretStore store) throws Exception {
    AppPaths paths =
        AppPaths.of("Linux", Map.of("UPKEEP_HOME", folder.toString()), folder, Optional.empty());
    Files.writeString(
        paths.definitionsFile(),
        """
        {"format": 1, "databases": [{"name": "shop", "endpoint":
          {"type": "redis", "host": "127.0.0.1", "port": 1, "tls": false}}]}
        """);
    return Core.open(
        CoreRig.plan(paths, true, "laptop"),
        new Secrets(store, new References(Map.of())),
        Clock.systemUTC());
  }

  @Test
  void the_agent_answers_while_its_store_hangs_and_tells_when_it_knows() throws Exception {
    CountDownLatch may = new CountDownLatch(1);
    InfoWatcher watcher = new InfoWatcher();
    try (Core core = open(new LockedStore(may))) {
      core.api().watch(watcher);
      AgentInfo before = watcher.told.take();
      assertThat(core.api().snapshot().databases()).as("it answers").hasSize(1);
      assertThat(before.secretTrouble()).isEmpty();
      assertThat(before.label()).isEqualTo("laptop");

      may.countDown();

      AgentInfo after = watcher.told.take();
      assertThat(after.secretTrouble()).contains(Sentence.verbatim(LOCKED));
      assertThat(core.api().snapshot().agent().secretTrouble()).contains(Sentence.verbatim(LOCKED));
      assertThat(core.api().secretTrouble()).contains(Sentence.verbatim(LOCKED));
    }
  }
}
