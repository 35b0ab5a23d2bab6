package dev.upkeep.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.cli.console.CliAgent;
import dev.upkeep.cli.console.CliRun;
import dev.upkeep.control.ImportReport;
import dev.upkeep.control.ImportReport.SettingChange;
import dev.upkeep.control.ImportTerms;
import dev.upkeep.control.Integration;
import dev.upkeep.control.IntegrationCheck;
import dev.upkeep.database.Secret;
import dev.upkeep.language.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsCommandTest {
  private final CliAgent agent = new CliAgent();

  private CliRun.Result run(String... arguments) {
    CliRun.Result result = CliRun.asking(agent).stdin("from standard input\n").run(arguments);
    assertThat(agent.open).isZero();
    return result;
  }

  @Test
  void all_are_shown_in_columns_and_one_is_shown_bare() {
    assertThat(run("settings").out().lines())
        .containsExactlyInAnyOrder(
            "interval       6h       Time between touches of a database that has no interval of its own.",
            "alert.after    3        Failures in a row before a database counts as down; 1 tells of the first one.",
            "webhook.url    not set  Where everything is posted that people are told; a secret.",
            "heartbeat.url  not set  Where to say, now and then, that the keeper is alive; a secret.");
    assertThat(run("settings", "interval").out()).isEqualToIgnoringNewLines("6h");
  }

  @Test
  void one_is_changed() {
    CliRun.Result result = run("settings", "interval", "2h");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEqualToIgnoringNewLines("2h");
    assertThat(agent.settings().values()).containsEntry("interval", "2h");
  }

  @Test
  void somebody_who_was_faster_is_no_trouble_once() {
    assertThat(run(conflicting(1)).exitCode()).isZero();

    CliRun.Result twice = run(conflicting(2));
    assertThat(twice.exitCode()).isEqualTo(2);
    assertThat(twice.err()).contains("changed meanwhile");
  }

  private String[] conflicting(int times) {
    agent.conflicting(times);
    return new String[] {"settings", "interval", "2h"};
  }

  @Test
  void json_has_one_object_a_setting() {
    assertThat(run("settings", "--json").json())
        .hasSize(4)
        .allSatisfy(o -> assertThat(o.members().keySet()).startsWith("key", "value"));
    assertThat(run("settings", "interval", "2h", "--json").json().getFirst().integer("revision"))
        .contains(8L);
  }

  @Test
  void a_value_that_may_be_a_secret_is_not_taken_from_the_arguments() {
    CliRun.Result refused = run("settings", "interval", "https://hooks.example.com/c4n4ry");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("--stdin").doesNotContain("c4n4ry");

    assertThat(run("settings", "interval", "--stdin").exitCode()).isZero();
    assertThat(agent.settings().values()).containsEntry("interval", "from standard input");
  }

  @Test
  void a_webhook_is_read_from_standard_input_and_only_its_host_is_shown() {
    CliRun.Result set =
        CliRun.asking(agent)
            .stdin("https://hooks.slack.com/services/c4n4ry\n")
            .run("settings", "webhook.url");

    assertThat(set.exitCode()).as(set.err()).isZero();
    assertThat(set.out()).isEqualToIgnoringNewLines("set (hooks.slack.com)");
    assertThat(agent.outlets.urls.get(Integration.WEBHOOK))
        .isEqualTo(Secret.of("https://hooks.slack.com/services/c4n4ry"));
    assertThat(run("settings").out())
        .contains("webhook.url    set (hooks.slack.com)")
        .doesNotContain("c4n4ry");
    CliRun.Result json = run("settings", "--json");
    assertThat(json.out()).contains("\"state\":\"set\"").doesNotContain("c4n4ry");
  }

  @Test
  void a_webhook_among_the_arguments_is_refused_and_not_stored() {
    CliRun.Result refused = run("settings", "webhook.url", "https://hooks.slack.com/c4n4ry");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err())
        .contains("Nothing was stored", "upkeep settings webhook.url")
        .doesNotContain("c4n4ry");
    assertThat(agent.outlets.urls).isEmpty();
    assertThat(agent.taken).isZero();
  }

  @Test
  void what_can_be_no_address_is_refused_without_repeating_it() {
    CliRun.Result refused =
        CliRun.asking(agent)
            .stdin("http://example.com/c4n4ry")
            .run("settings", "heartbeat.url", "--stdin");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("https://").doesNotContain("c4n4ry");
    assertThat(agent.outlets.urls).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"off", "default"})
  void an_address_is_removed(String word) {
    agent.outlets.urls.put(Integration.HEARTBEAT, Secret.of("https://hc-ping.com/x"));

    assertThat(run("settings", "heartbeat.url", word).out()).isEqualToIgnoringNewLines("not set");
    assertThat(agent.outlets.urls).isEmpty();
  }

  @Test
  void a_channel_is_made_by_its_address_and_goes_with_it() throws Exception {
    agent.has("webhook.channels", "off");
    CliRun.Result set =
        CliRun.asking(agent)
            .stdin("https://ntfy.sh/c4n4ry\n")
            .run("settings", "webhook.oncall.url");

    assertThat(set.exitCode()).as(set.err()).isZero();
    assertThat(set.out()).isEqualToIgnoringNewLines("set (ntfy.sh)");
    assertThat(agent.settings().values()).containsEntry("webhook.channels", "oncall");
    assertThat(run("settings", "webhook.oncall.events", "database.down,margin.low").out())
        .isEqualToIgnoringNewLines("database.down,margin.low");
    assertThat(run("settings", "webhook.oncall.form", "ntfy").out())
        .isEqualToIgnoringNewLines("ntfy");
    assertThat(agent.settings().values())
        .containsEntry("webhook.channels", "oncall form=ntfy events=database.down,margin.low");
    assertThat(run("settings", "webhook.oncall.tags", "shop,team:blue").out())
        .contains("shop,team:blue");
    assertThat(run("settings", "webhook.oncall.tags", "no tag").exitCode()).isEqualTo(2);
    assertThat(run("settings", "webhook.oncall.tags", "all").out()).contains("all");
    assertThat(run("settings", "webhook.oncall.form", "irc").exitCode()).isEqualTo(2);
    assertThat(run("settings", "webhook.other.form", "ntfy").err())
        .contains("upkeep settings webhook.other.url makes one");
    assertThat(run("settings", "webhook.oncall.test").exitCode()).isZero();

    assertThat(run("settings", "webhook.oncall.url", "off").exitCode()).isZero();
    assertThat(agent.settings().values()).containsEntry("webhook.channels", "default");
  }

  @Test
  void a_test_says_what_came_back() {
    agent.outlets.urls.put(Integration.WEBHOOK, Secret.of("https://hooks.example.com/c4n4ry"));
    assertThat(run("settings", "webhook.test").out())
        .isEqualToIgnoringNewLines("Delivered: hooks.example.com answered 204.");

    agent.outlets.answering(
        new IntegrationCheck(
            Integration.WEBHOOK,
            false,
            Optional.empty(),
            "hooks.example.com",
            Optional.empty(),
            Optional.of("hooks.example.com answered with an error (404)")));
    CliRun.Result failed = run("settings", "webhook.test");
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.err())
        .isEqualToIgnoringNewLines(
            "upkeep: Not delivered: hooks.example.com answered with an error (404).");
    CliRun.Result json = run("settings", "webhook.test", "--json");
    assertThat(json.exitCode()).isEqualTo(1);
    assertThat(json.json().getFirst().bool("delivered")).contains(false);
    assertThat(run("settings", "webhook.test", "now").exitCode()).isEqualTo(2);
  }

  @Test
  void the_public_address_of_a_status_page_may_be_an_argument() {
    assertThat(run("settings", "status.url", "https://status.example.com").err())
        .doesNotContain("--stdin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "settings intervall",
        "settings nothing 5",
        "settings --stdin",
        "settings interval 5h --stdin",
        "settings a b c"
      })
  void what_cannot_be_used_is_exit_2(String command) {
    CliRun.Result result = run(command.split(" "));

    assertThat(result.exitCode()).as(result.everything()).isEqualTo(2);
    assertThat(result.err()).hasLineCount(1);
  }

  @Test
  void an_export_goes_to_a_file_or_to_standard_output(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("upkeep.json");

    assertThat(run("export", "-").out()).isEqualTo("{\"databases\":[]}\n");
    assertThat(run("export", file.toString()).out()).contains("no secrets");
    assertThat(file).hasContent("{\"databases\":[]}");
    assertThat(run("export", file.toString(), "--json").json().getFirst().string("file"))
        .contains(file.toString());
    assertThat(run("export", folder.toString()).exitCode()).isEqualTo(2);
    assertThat(run("export", folder.resolve("no/such/folder").toString()).exitCode()).isEqualTo(2);
  }

  @Test
  void an_import_says_what_was_added_and_what_could_not_be(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("upkeep.json"), "{}");
    agent.importReport = new ImportReport(List.of("shop"), List.of());

    CliRun.Result added = run("import", file.toString());
    assertThat(added.exitCode()).isZero();
    assertThat(added.out()).contains("Added shop, paused.", "upkeep resume");
    assertThat(agent.imported).isEqualTo("{}");
    assertThat(agent.trusted).isFalse();

    agent.importReport =
        new ImportReport(List.of(), List.of(Sentence.verbatim("staging has no address.")));
    CliRun.Result problems = run("import", "-", "--trust-references");
    assertThat(problems.exitCode()).isEqualTo(2);
    assertThat(problems.err()).contains("staging has no address.");
    assertThat(agent.imported).isEqualTo("from standard input\n");
    assertThat(agent.trusted).isTrue();
    assertThat(run("import", "-", "--json").json().getFirst().array("problems").orElseThrow())
        .hasSize(1);
  }

  @Test
  void an_import_says_which_settings_it_changes_and_leaves_addresses_alone() {
    agent.importReport =
        new ImportReport(
            List.of(),
            List.of(
                new SettingChange("interval", "6h", "2h", true),
                new SettingChange("metrics.address", "off", "0.0.0.0:9464", false)),
            List.of());

    CliRun.Result made = run("import", "-");
    assertThat(made.exitCode()).isZero();
    assertThat(made.out()).contains("Set interval: 6h becomes 2h.");
    assertThat(made.err()).contains("0.0.0.0:9464", "--trust-addresses");
    assertThat(agent.importTerms).isEqualTo(ImportTerms.CAREFUL);

    assertThat(run("import", "-", "--dry-run").out()).contains("Would set interval");
    assertThat(agent.importTerms).isEqualTo(new ImportTerms(false, false, true));
    run("import", "-", "--trust-addresses");
    assertThat(agent.importTerms).isEqualTo(new ImportTerms(false, true, false));
  }

  @Test
  void a_file_that_is_not_there_is_exit_2(@TempDir Path folder) {
    assertThat(run("import", folder.resolve("none").toString()).exitCode()).isEqualTo(2);
    assertThat(run("import", folder.toString()).exitCode()).isEqualTo(2);
    assertThat(run("import").exitCode()).isEqualTo(2);
    assertThat(agent.taken).isZero();
  }
}
