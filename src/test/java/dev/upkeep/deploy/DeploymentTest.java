package dev.upkeep.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Pause;
import dev.upkeep.database.TouchMode;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonException;
import dev.upkeep.testing.HostileNames;
import dev.upkeep.testing.Yaml;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class DeploymentTest {
  private static final Duration SIX_HOURS = Duration.ofHours(6);
  private static final String PEM =
      "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";

  private static Database database(String name, String host) {
    return Database.of(
        UUID.randomUUID(), name, new Endpoint.Redis(host, 6379, Optional.of("default"), true));
  }

  private static Database database(String name) {
    return database(name, "h.upstash.io");
  }

  private static DeployedDatabase kept(Database database) {
    return new DeployedDatabase(database, Optional.empty());
  }

  private static Deployment of(Engine engine, Database... databases) {
    return Deployment.of(
        engine,
        Stream.of(databases).map(DeploymentTest::kept).toList(),
        SIX_HOURS,
        Parameters.DEFAULT);
  }

  private static String text(Deployment deployment) {
    return deployment.files().stream().map(GeneratedFile::text).collect(Collectors.joining("\n"));
  }

  /// Every definition in any of the files, by the name of its database.
  private static Map<String, Json.Obj> definitions(Deployment deployment) throws JsonException {
    List<String> texts = new ArrayList<>();
    for (GeneratedFile file : deployment.files()) {
      if (file.path().endsWith(".json")) {
        texts.add(file.text());
      } else if (file.path().endsWith("upkeep.yaml")) {
        Yaml.documents(file.text()).getFirst().at("/data").forEach(it -> texts.add(it.asText()));
      } else if (file.path().equals(".gitlab-ci.yml")) {
        for (JsonNode job : Yaml.document(file.text())) {
          if (job.has("script")) {
            String script = job.at("/script/1").asText();
            texts.add(script.substring(script.indexOf("{\n"), script.indexOf("END_OF_FILE\n")));
          }
        }
      } else if (file.path().endsWith("upkeep.yml")) {
        for (JsonNode job : Yaml.document(file.text()).at("/jobs")) {
          String script = job.at("/steps/1/run").asText();
          texts.add(script.substring(script.indexOf("{\n"), script.indexOf("END_OF_FILE\n")));
        }
      }
    }
    Map<String, Json.Obj> definitions = new HashMap<>();
    for (String text : texts) {
      if (text.startsWith("{")) {
        Json.Obj file = Json.parse(text).asObject().orElseThrow();
        assertThat(file.integer("format")).contains(1L);
        for (Json entry : file.array("databases").orElseThrow()) {
          Json.Obj database = entry.asObject().orElseThrow();
          definitions.put(database.string("name").orElseThrow(), database);
        }
      }
    }
    return definitions;
  }

  /// Those that bring definitions along; the others run as the user who keeps the databases.
  static Stream<Engine> elsewhere() {
    return Stream.of(Engine.values()).filter(engine -> !engine.asUser());
  }

  @ParameterizedTest
  @MethodSource("elsewhere")
  void everything_that_touching_needs_is_carried_and_nothing_else(Engine engine) throws Exception {
    Database shop =
        database("shop")
            .edit()
            .mode(TouchMode.READ)
            .key("shop:alive")
            .window(Optional.of(Duration.ofDays(9)))
            .interval(Optional.of(Duration.ofHours(12)))
            .paused(Optional.of(new Pause.UntilResumed()))
            .caFile(Optional.of(Path.of("/home/me/ca.pem")))
            .done();
    Database blog =
        Database.of(
                UUID.randomUUID(), "blog", new Endpoint.Rest(URI.create("https://b.upstash.io")))
            .edit()
            .secretReference(Optional.of("env:BLOG_TOKEN"))
            .done();
    Database open = database("open").edit().secretReference(Optional.of(Database.NO_SECRET)).done();

    Deployment deployment =
        Deployment.of(
            engine,
            List.of(new DeployedDatabase(shop, Optional.of(PEM)), kept(blog), kept(open)),
            SIX_HOURS,
            Parameters.DEFAULT);

    Map<String, Json.Obj> definitions = definitions(deployment);
    assertThat(definitions).containsOnlyKeys("shop", "blog", "open");
    Json.Obj there = definitions.getOrDefault("shop", Json.object().build());
    assertThat(there.string("mode")).contains("read");
    assertThat(there.string("key")).contains("shop:alive");
    assertThat(there.string("window")).contains("9d");
    assertThat(there.string("interval")).contains("12h");
    String form = engine.keepsIntervals() ? "file:/run/secrets/" : "env:";
    assertThat(there.string("secretReference")).contains(form + "UPKEEP_SECRET_SHOP");
    assertThat(there.string("caFile"))
        .contains(
            (engine == Engine.GITHUB_ACTIONS || engine == Engine.GITLAB_CI ? "/tmp" : "/etc")
                + "/upkeep/ca-1.pem");
    assertThat(there.members()).doesNotContainKeys("paused", "id");
    assertThat(definitions.getOrDefault("blog", there).string("secretReference"))
        .contains(form + "BLOG_TOKEN");
    assertThat(definitions.getOrDefault("open", there).string("secretReference")).contains("none");
    assertThat(text(deployment) + deployment.files())
        .contains("-----BEGIN CERTIFICATE-----", "BLOG_TOKEN", "UPKEEP_SECRET_SHOP")
        .doesNotContain("UPKEEP_SECRET_OPEN", "UPKEEP_SECRET_BLOG", "/home/me");
  }

  @ParameterizedTest
  @EnumSource
  void the_same_databases_give_the_same_files(Engine engine) {
    Database shop = database("shop");

    assertThat(of(engine, shop).files()).isEqualTo(of(engine, shop).files());
  }

  @ParameterizedTest
  @EnumSource
  void hostile_names_stay_names(Engine engine) throws Exception {
    Database[] databases =
        HostileNames.all().map(DeploymentTest::database).toArray(Database[]::new);

    Deployment deployment = of(engine, databases);

    if (!engine.asUser()) {
      assertThat(definitions(deployment)).containsOnlyKeys(HostileNames.all().toList());
    }
    for (GeneratedFile file : deployment.files()) {
      assertThat(file.text().codePoints())
          .as(file.path())
          .allMatch(
              c -> c == '\n' || (engine == Engine.TASK_SCHEDULER && c == '\r') || Printable.is(c));
      if (!file.path().startsWith("secrets/")) {
        assertThat(file.text()).endsWith("\n").doesNotContain("\n\n\n");
      }
      if (file.path().matches(".*\\.ya?ml")) {
        assertThat(Yaml.documents(file.text())).isNotEmpty();
      }
    }
    List<String> words =
        deployment.needs().stream().filter(Need.Secret.class::isInstance).map(Need::name).toList();
    assertThat(words).hasSize(engine.asUser() ? 0 : databases.length).doesNotHaveDuplicates();
    assertThat(words).allSatisfy(word -> assertThat(word).matches("UPKEEP_SECRET_[A-Z0-9_]{1,44}"));
  }

  @Test
  void variables_that_would_be_the_same_are_told_apart_and_those_of_references_stay() {
    Database given =
        database("c").edit().secretReference(Optional.of("env:UPKEEP_SECRET_A_B")).done();
    Database forbidden =
        database("d").edit().secretReference(Optional.of("env:github_token")).done();
    Database file = database("e").edit().secretReference(Optional.of("file:/run/secrets/e")).done();

    assertThat(of(Engine.CRON, database("a b"), database("a-b"), given, forbidden, file).needs())
        .filteredOn(Need.Secret.class::isInstance)
        .extracting(Need::name)
        .containsExactly(
            "UPKEEP_SECRET_A_B_2",
            "UPKEEP_SECRET_A_B_3",
            "UPKEEP_SECRET_A_B",
            "UPKEEP_SECRET_D",
            "UPKEEP_SECRET_E");
  }

  @Test
  void three_runs_fit_into_every_window_and_a_person_is_told_what_that_changes() {
    Database seldom = database("seldom").edit().interval(Optional.of(Duration.ofDays(20))).done();
    Database odd = database("odd", "example.com");
    Database oddly = odd.edit().interval(Optional.of(Duration.ofHours(7))).done();
    Database fine = database("fine");

    Deployment cron = of(Engine.CRON, seldom, oddly, fine);

    assertThat(cron.remarks())
        .containsExactly(
            "seldom: runs every 10d, so that three runs fit into its window.",
            "odd: runs every 6h, since cron cannot do every 7h.");
    assertThat(cron.files())
        .extracting(GeneratedFile::path)
        .containsExactly("crontab", "databases-10d.json", "databases-6h.json", "upkeep.env");
    assertThat(of(Engine.DOCKER, oddly).remarks()).isEmpty();
  }

  @Test
  void each_of_several_runs_of_github_has_its_own_job_and_time() {
    Database daily = database("daily").edit().interval(Optional.of(Duration.ofDays(1))).done();
    Database often = database("often").edit().interval(Optional.of(Duration.ofMinutes(1))).done();

    Deployment deployment = of(Engine.GITHUB_ACTIONS, database("shop"), daily, often);

    JsonNode workflow = Yaml.document(deployment.files().getFirst().text());
    List<String> times = workflow.at("/on/schedule").findValuesAsText("cron");
    assertThat(times).hasSize(3).doesNotHaveDuplicates();
    assertThat(workflow.at("/jobs").fieldNames())
        .toIterable()
        .containsExactly("every-6h", "every-1d", "every-5m");
    assertThat(workflow.at("/jobs").findValuesAsText("if"))
        .containsExactlyElementsOf(
            times.stream()
                .map(time ->
                    "github.event_name != 'schedule' || github.event.schedule == '" + time + "'")
                .toList());
    assertThat(deployment.remarks())
        .containsExactly("often: runs every 5m, since github-actions cannot do every 1m.");
  }

  @ParameterizedTest
  @EnumSource
  void what_people_put_secrets_into_is_marked_and_empty(Engine engine) {
    for (GeneratedFile file : of(engine, database("shop")).files()) {
      assertThat(file.secrets())
          .as(file.path())
          .isEqualTo(
              file.path()
                  .matches("upkeep\\.env|secret\\.yaml|secrets/.*|upkeep\\.addresses\\.env"));
      if (file.path().startsWith("secrets/")) {
        assertThat(file.text()).isEmpty();
      } else if (file.path().equals("upkeep.addresses.env")) {
        assertThat(file.text().lines()).allMatch(line -> line.startsWith("#"));
      } else if (file.secrets()) {
        assertThat(file.text()).containsPattern("(?m)^\\s*UPKEEP_SECRET_SHOP(=|: )''$");
      }
    }
  }

  @Test
  void a_database_of_this_computer_is_another_one_elsewhere() {
    Database here = database("here", "127.0.0.1");

    assertThat(of(Engine.KUBERNETES, here).remarks())
        .containsExactly("here: 127.0.0.1 is another computer there.");
    assertThat(of(Engine.CRON, here).remarks()).isEmpty();
  }

  @Test
  void of_a_file_of_certificates_only_certificates_come_along_and_each_once() {
    String key = "-----BEGIN PRIVATE KEY-----\nc4n4ry\n-----END PRIVATE KEY-----\n";
    DeployedDatabase first = new DeployedDatabase(database("a"), Optional.of(key + PEM + "c4n4ry"));
    DeployedDatabase second =
        new DeployedDatabase(database("b"), Optional.of(PEM.replace("\n", "\r\n")));

    for (Engine engine : elsewhere().toList()) {
      String text =
          text(Deployment.of(engine, List.of(first, second), SIX_HOURS, Parameters.DEFAULT));
      assertThat(text).contains("ca-1.pem").doesNotContain("c4n4ry", "ca-2.pem", "\r");
      assertThat(text.split("BEGIN CERTIFICATE", -1)).hasSize(2);
    }
  }

  @Test
  void parameters_that_a_shell_would_read_as_something_else_are_refused() {
    for (String path :
        List.of("relative", "/a\"b", "/a'b", "/$HOME", "/a%b", "/a`b", "/a\nb", "/a ", "/", "")) {
      Parameters odd =
          new Parameters(
              Optional.of(path),
              Optional.of(path),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      assertThat(odd.problems(Engine.CRON)).as(path).hasSize(2);
      assertThatThrownBy(
              () -> Deployment.of(Engine.CRON, List.of(kept(database("a"))), SIX_HOURS, odd))
          .isInstanceOf(IllegalArgumentException.class);
    }
    Parameters others =
        new Parameters(
            Optional.of("/opt/my upkeep/bin/upkeep"),
            Optional.of("/srv/übung"),
            Optional.of("https://example.com/a b"),
            Optional.of("ABC"),
            Optional.of("$(rm)"));
    assertThat(others.problems(Engine.CRON)).hasSize(3);
    assertThat(
            Deployment.problems(
                Engine.DOCKER,
                new Parameters(
                    Optional.of("/usr/bin/upkeep"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())))
        .hasSize(1);
    assertThatThrownBy(() -> Deployment.of(Engine.CRON, List.of(), SIX_HOURS, Parameters.DEFAULT))
        .hasMessage("There is no database.");
  }
}
