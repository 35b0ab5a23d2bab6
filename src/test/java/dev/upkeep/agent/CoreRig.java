package dev.upkeep.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.agent.desktop.LoginSwitch;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.Change;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.NewDatabase;
import dev.upkeep.control.Snapshot;
import dev.upkeep.control.Watcher;
import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Secret;
import dev.upkeep.desktop.AppPaths;
import dev.upkeep.language.Sentence;
import dev.upkeep.secret.References;
import dev.upkeep.secret.SecretLedger;
import dev.upkeep.secret.SecretStores;
import dev.upkeep.secret.Secrets;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.upstash.DeveloperApi;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;

/// What a core needs around it: a real Redis, a real file under a passphrase, a folder.
public record CoreRig(Path folder, RedisServer redis) implements AutoCloseable {
  private static final URI NO_DEVELOPER_API = URI.create("http://127.0.0.1:1/v2");

  public static final String PASSWORD = "c4n4ry-Pa55word";

  public static CoreRig start(Path folder) {
    return new CoreRig(folder, RedisServer.builder().password(PASSWORD).start());
  }

  AppPaths paths() {
    return AppPaths.of("Linux", Map.of("UPKEEP_HOME", folder.toString()), folder, Optional.empty());
  }

  public Core open(boolean scheduled) throws Exception {
    return open(scheduled, "test", NO_DEVELOPER_API);
  }

  /// A core that leaves stamps under this label.
  public Core open(boolean scheduled, String label) throws Exception {
    return open(scheduled, label, NO_DEVELOPER_API);
  }

  /// A core that asks this for the databases of an account.
  public Core open(boolean scheduled, URI developerApi) throws Exception {
    return open(scheduled, "test", developerApi);
  }

  private Core open(boolean scheduled, String label, URI developerApi) throws Exception {
    Secrets secrets =
        new Secrets(
            SecretStores.passphraseFile(paths().passphraseFile(), "passphrase".toCharArray()),
            new References(Map.of("REDIS_PW", PASSWORD)),
            SecretLedger.at(paths().secretLedger()),
            Secrets.Binding.AT_FIRST_USE);
    return Core.open(plan(paths(), scheduled, label, developerApi), secrets, Clock.systemUTC());
  }

  /// A core without a desktop that keeps its own definitions.
  public static Core.Plan plan(AppPaths paths, boolean scheduled, String label) {
    return plan(paths, scheduled, label, NO_DEVELOPER_API);
  }

  private static Core.Plan plan(AppPaths paths, boolean scheduled, String label, URI developerApi) {
    return new Core.Plan(
        paths,
        "default",
        label,
        "0",
        scheduled,
        true,
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        LoginSwitch.unavailable(Sentence.verbatim("Not in this test.")),
        Map.of(),
        () -> new DeveloperApi(developerApi),
        Optional.empty(),
        () -> {});
  }

  public Database shop() {
    return Database.of(
        UUID.randomUUID(),
        "shop",
        new Endpoint.Redis("127.0.0.1", redis.port(), Optional.of("default"), false));
  }

  public static NewDatabase withPassword(Database database) {
    return new NewDatabase(database, Optional.of(Secret.of(PASSWORD)), false);
  }

  public static DatabaseStatus only(AgentApi api) throws AgentException {
    assertThat(api.snapshot().databases()).hasSize(1);
    return api.snapshot().databases().getFirst();
  }

  /// Why something is refused; fails if it is not.
  public static Refused.Reason refusal(Call call) {
    try {
      call.run();
    } catch (Refused e) {
      assertThat(e.problems()).isNotEmpty().noneMatch(p -> p.contains("c4n4ry"));
      return e.reason();
    } catch (AgentException e) {
      throw new AssertionError(e);
    }
    throw new AssertionError("not refused");
  }

  @FunctionalInterface
  public interface Call {
    void run() throws AgentException;
  }

  static Watcher collecting(BlockingQueue<Change> changes) {
    return new Watcher() {
      @Override
      public void snapshot(Snapshot snapshot) {}

      @Override
      public void changed(Change change) {
        changes.add(change);
      }

      @Override
      public void ended(String reason) {}
    };
  }

  @Override
  public void close() {
    redis.close();
  }
}
