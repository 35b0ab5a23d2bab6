package dev.upkeep.cli.databases;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.upkeep.testing.Certificates;
import dev.upkeep.testing.FakeDeveloperApi;
import dev.upkeep.testing.HttpReply;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.ServerIdentity;
import dev.upkeep.testing.UpkeepProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `upkeep import-upstash` as a process: a fake Developer API lists a real Redis with TLS at a bare
/// slug, whose whole name leads to this computer.
final class ImportUpstashIT {
  private static final String KEY = "c4n4ry-api-key";
  private static final String SLUG = "eu1-fast-cat-4711";

  @TempDir private Path home;
  @TempDir private Path elsewhere;
  private RedisServer redis;
  private FakeDeveloperApi account;

  @BeforeEach
  void start() {
    redis =
        RedisServer.builder()
            .password("c4n4ry-pw")
            .tls(Certificates.serverAt(SLUG + ".upstash.io"))
            .start();
    JsonObject shop = FakeDeveloperApi.database("id-1", "shop", SLUG);
    shop.addProperty("port", redis.tlsPort());
    shop.addProperty("password", "c4n4ry-pw");
    account = FakeDeveloperApi.start(KEY).with(shop);
  }

  @AfterEach
  void stop() {
    account.close();
    redis.close();
  }

  private UpkeepProcess upkeep() throws IOException {
    Path hosts =
        Files.writeString(elsewhere.resolve("hosts"), "127.0.0.1 " + SLUG + ".upstash.io\n");
    return new UpkeepProcess()
        .javaOption("-Djdk.net.hosts.file=" + hosts)
        .javaOption("-Djavax.net.ssl.trustStore=" + Certificates.trustStore())
        .javaOption("-Djavax.net.ssl.trustStorePassword=" + ServerIdentity.KEY_STORE_PASSWORD)
        .env("UPKEEP_HOME", home.toString())
        .env("UPKEEP_PASSPHRASE", "passphrase")
        .env("UPKEEP_UPSTASH_API", account.uri().toString())
        .env("UPSTASH_EMAIL", FakeDeveloperApi.EMAIL)
        .env("UPSTASH_API_KEY", KEY);
  }

  private UpkeepProcess.Result run(String... arguments) throws Exception {
    UpkeepProcess.Result result = upkeep().run(arguments);
    assertThat(result.everything()).doesNotContain("c4n4ry");
    return result;
  }

  @Test
  void a_database_of_the_account_is_added_over_tls_and_touched_from_then_on() throws Exception {
    UpkeepProcess.Result added = run("import-upstash", "--all");

    assertThat(added.exitCode()).as(added.everything()).isZero();
    assertThat(added.out())
        .startsWith("Added shop (" + SLUG + ".upstash.io:" + redis.tlsPort() + "). Written and");
    assertThat(redis.snapshot()).containsOnlyKeys("upkeep:last-touch");

    UpkeepProcess.Result again = run("import-upstash", "--all");
    assertThat(again.exitCode()).as(again.everything()).isZero();
    assertThat(again.out()).isEqualToIgnoringNewLines("No database was added.");
    assertThat(run("ping", "shop").exitCode()).isZero();
    assertThat(run("list", "--json").out().lines()).hasSize(1);
    assertThat(Files.readString(home.resolve("upkeep.json")))
        .contains("\"shop\"", SLUG + ".upstash.io")
        .doesNotContain("c4n4ry", FakeDeveloperApi.EMAIL);
  }

  @Test
  void a_running_agent_is_the_one_that_asks() throws Exception {
    try (UpkeepProcess.Started agent = upkeep().start("agent", "--headless")) {
      while (upkeep().run("status").exitCode() != 0) {
        assertThat(agent.process().isAlive()).as(agent.errSoFar()).isTrue();
      }
      // The command itself could not reach it: it has another idea of where the service is.
      UpkeepProcess.Result added =
          upkeep()
              .env("UPKEEP_UPSTASH_API", "http://127.0.0.1:1")
              .run("import-upstash", "--only", "shop");

      assertThat(added.exitCode()).as(added.everything()).isZero();
      assertThat(run("status").out()).contains("shop");
    }
  }

  @Test
  void a_service_in_trouble_is_exit_1_and_a_wrong_key_exit_2() throws Exception {
    account.answering(HttpReply.tooMany(30));
    UpkeepProcess.Result busy = run("import-upstash", "--all");
    assertThat(busy.exitCode()).as(busy.everything()).isEqualTo(1);
    assertThat(busy.err()).contains("in 30 s");

    account.answering(HttpReply.json(401, ""));
    assertThat(run("import-upstash", "--all").exitCode()).isEqualTo(2);
  }

  @Test
  void no_variable_of_the_environment_leads_a_key_to_another_computer() throws Exception {
    UpkeepProcess.Result result =
        upkeep()
            .env("UPKEEP_UPSTASH_API", "https://evil.example.com/v2")
            .run("import-upstash", "--all");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("UPKEEP_UPSTASH_API");
  }
}
