package dev.upkeep.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Snapshot;
import dev.upkeep.control.client.ControlClient;
import dev.upkeep.control.instance.AgentPlace;
import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.definitions.Definitions;
import dev.upkeep.definitions.DefinitionsFile;
import dev.upkeep.desktop.AppPaths;
import dev.upkeep.history.Verdict;
import dev.upkeep.testing.Program;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.Scratch;
import dev.upkeep.testing.UpkeepProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// An agent with a single thread to carry its virtual ones, and databases whose files never answer.
@Timeout(120)
final class HangingFilesIT {
  @Test
  void files_that_never_answer_keep_no_other_database_waiting() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")));
    Path home = Scratch.folder("hanging");
    AppPaths paths =
        AppPaths.of("Linux", Map.of("UPKEEP_HOME", home.toString()), home, Optional.empty());
    Path pipe = home.resolve("pipe");
    Program.in(home).run("mkfifo", pipe.toString());
    try (RedisServer redis = RedisServer.builder().start()) {
      Database good = at(redis, "good", false).edit().secretReference(Optional.of("none")).done();
      Database authority =
          at(redis, "authority", true)
              .edit()
              .secretReference(Optional.of("none"))
              .caFile(Optional.of(pipe))
              .done();
      Database reference =
          at(redis, "reference", false).edit().secretReference(Optional.of("file:" + pipe)).done();
      new DefinitionsFile(paths.definitionsFile(), Clock.systemUTC())
          .save(Definitions.EMPTY.put(List.of(authority, reference, good)));

      try (UpkeepProcess.Started agent =
          new UpkeepProcess()
              .javaOption("-Djdk.virtualThreadScheduler.parallelism=1")
              .javaOption("-Djdk.virtualThreadScheduler.maxPoolSize=1")
              .env("UPKEEP_HOME", home.toString())
              .start("agent", "--headless")) {
        Snapshot after = awaitTouched(AgentPlace.in(paths.state()), agent);

        assertThat(verdict(after, good)).isEqualTo(Verdict.ALIVE);
        assertThat(verdict(after, authority)).isEqualTo(Verdict.FAILED);
        assertThat(verdict(after, reference)).isEqualTo(Verdict.FAILED);

        UpkeepProcess.Result status =
            new UpkeepProcess().env("UPKEEP_HOME", home.toString()).run("status", "--json");
        assertThat(status.out()).as(status.everything()).contains("authority", "reference", "good");
      }
    } finally {
      Scratch.delete(home);
    }
  }

  private static Database at(RedisServer redis, String name, boolean tls) {
    return Database.of(
        UUID.randomUUID(),
        name,
        new Endpoint.Redis("127.0.0.1", redis.port(), Optional.empty(), tls));
  }

  private static Verdict verdict(Snapshot snapshot, Database database) {
    return snapshot.databases().stream()
        .filter(status -> status.database().id().equals(database.id()))
        .findFirst()
        .flatMap(DatabaseStatus::last)
        .orElseThrow()
        .verdict();
  }

  private static Snapshot awaitTouched(AgentPlace place, UpkeepProcess.Started agent)
      throws InterruptedException {
    while (agent.process().isAlive()) {
      try (ControlClient client = ControlClient.connect(place)) {
        Snapshot now = client.snapshot();
        if (now.databases().stream().allMatch(status -> status.last().isPresent())) {
          return now;
        }
      } catch (AgentException notYet) {
        // It is starting.
      }
      Thread.sleep(100);
    }
    throw new AssertionError(agent.errSoFar());
  }
}
