package dev.upkeep.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.cli.console.CliAgent;
import dev.upkeep.cli.console.CliRun;
import dev.upkeep.cli.console.Samples;
import dev.upkeep.database.Pause;
import dev.upkeep.json.Json;
import dev.upkeep.testing.Certificates;
import dev.upkeep.testing.Modes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeployCommandTest {
  private final CliAgent agent = new CliAgent();

  @TempDir private Path folder;

  private CliRun.Result run(String... arguments) {
    CliRun.Result result =
        CliRun.asking(agent).env("PATH", folder.resolve("bin").toString()).run(arguments);
    assertThat(agent.open).as("the agent is let go").isZero();
    return result;
  }

  private CliRun.Result good(String... arguments) {
    CliRun.Result result = run(arguments);
    assertThat(result.exitCode()).as(result.everything()).isZero();
    return result;
  }

  @Test
  void several_files_are_told_apart_and_one_alone_can_be_used_as_it_is() {
    agent.with(Samples.healthy("shop"));

    assertThat(good("deploy", "cron").out())
        .startsWith("==> crontab <==\n# Upkeep from cron")
        .contains("\n==> databases-6h.json <==\n{\n", "\n==> upkeep.env <==\n#");
    assertThat(good("deploy", "github-actions").out())
        .startsWith("# Upkeep in GitHub Actions")
        .doesNotContain("==>");
  }

  @Test
  void as_json_every_file_is_an_object() {
    agent.with(Samples.healthy("shop"));

    List<Json.Obj> files = good("deploy", "systemd", "--json").json();

    assertThat(files)
        .extracting(file -> file.string("file").orElseThrow())
        .containsExactly("upkeep-6h.service", "upkeep-6h.timer", "databases-6h.json", "upkeep.env");
    assertThat(files.getFirst().string("content").orElseThrow()).contains("\n[Service]\n");
  }

  @Test
  void names_choose_and_those_that_rest_are_left_out_unless_they_are_named() {
    agent.with(Samples.healthy("shop"));
    agent.with(Samples.paused(Samples.healthy("blog"), new Pause.UntilResumed()));

    CliRun.Result all = good("deploy", "kubernetes");
    assertThat(all.out()).contains("\"shop\"").doesNotContain("\"blog\"");
    assertThat(all.err()).contains("blog: left out, since it is paused");
    assertThat(good("deploy", "kubernetes", "BLOG").out())
        .contains("\"blog\"")
        .doesNotContain("\"shop\"", "paused");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void what_is_written_is_never_written_over_unasked_and_secrets_not_even_then() throws Exception {
    agent.with(Samples.healthy("shop"));
    Path out = folder.resolve("new/folder");

    assertThat(good("deploy", "cron", "--output", out.toString()).out())
        .contains("Wrote " + out.resolve("crontab") + ".");
    Path secrets = out.resolve("upkeep.env");
    assertThat(Modes.of(secrets)).isEqualTo("rw-------");
    assertThat(Modes.of(out.resolve("databases-6h.json")))
        .as("the service runs as another user")
        .isEqualTo("rw-r--r--");
    Files.writeString(secrets, "filled in");
    Files.writeString(out.resolve("crontab"), "old");

    CliRun.Result again = run("deploy", "cron", "--output", out.toString());
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).contains("crontab is there already", "upkeep.env is there already");
    assertThat(out.resolve("crontab")).hasContent("old");

    assertThat(good("deploy", "cron", "--output", out.toString(), "--force").out())
        .contains("Kept " + secrets + " as it is");
    assertThat(secrets).hasContent("filled in");
    assertThat(out.resolve("crontab")).content().contains("ping --config");
    assertThat(good("deploy", "cron", "--json", "--output", out.toString(), "--force").json())
        .extracting(file -> file.string("state").orElseThrow())
        .containsExactly("written", "written", "kept");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void check_says_what_is_there_and_what_is_missing() throws Exception {
    agent.with(Samples.healthy("shop"));
    Path place = folder.resolve("etc");
    String[] check = {
      "deploy", "cron", "--check", "--folder", place.toString(), "--program", program(false)
    };

    CliRun.Result before = run(check);
    assertThat(before.exitCode()).isEqualTo(2);
    assertThat(before.out().lines())
        .anySatisfy(line -> assertThat(line).startsWith("missing  crontab: "))
        .anySatisfy(line -> assertThat(line).startsWith("missing  " + program(false) + ": "))
        .anySatisfy(line -> assertThat(line).startsWith("to do    UPKEEP_SECRET_SHOP: shop "));
    assertThat(before.out()).contains("missing  " + place.resolve("upkeep.env"));

    good("deploy", "cron", "--output", place.toString());
    program(true);
    Path crontab = Files.createDirectories(folder.resolve("bin")).resolve("crontab");
    Files.createFile(crontab, Modes.at(crontab, "rwxr-xr-x"));
    CliRun.Result after = good(check);
    assertThat(after.out()).doesNotContain("missing");
    check = Arrays.copyOf(check, check.length + 1);
    check[check.length - 1] = "--json";
    assertThat(good(check).json())
        .extracting(need -> need.string("kind").orElse("") + " " + need.string("state").orElse(""))
        .containsExactly("program ok", "file ok", "file ok", "file ok", "secret toDo");
  }

  private String program(boolean installed) throws Exception {
    Path program = folder.resolve("opt/upkeep");
    if (installed) {
      Files.createDirectories(folder.resolve("opt"));
      Files.createFile(program, Modes.at(program, "rwxr-xr-x"));
    }
    return program.toString();
  }

  @Test
  void check_asks_for_what_only_its_user_can_know() {
    agent.with(Samples.healthy("shop"));

    assertThat(run("deploy", "github-actions", "--check").out())
        .contains("missing  --release-url: ", "missing  --release-sha256: ")
        .contains("gh secret set UPKEEP_SECRET_SHOP");
    assertThat(
            good(
                    "deploy",
                    "github-actions",
                    "--check",
                    "--release-url",
                    "https://example.com/upkeep.tar.gz",
                    "--release-sha256",
                    "0".repeat(64))
                .out())
        .contains("ok       --release-url: ");
    assertThat(run("deploy", "kubernetes", "--check").out()).contains("missing  --image: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "deploy | ENGINE is one of cron, systemd,",
        "deploy windows | ENGINE is one of cron, systemd, github-actions, docker, kubernetes, quadlet,",
        "deploy cron nobody | There is no database named nobody.",
        "deploy cron --force | --force goes with --output.",
        "deploy cron --check --output x | --check writes nothing",
        "deploy cron --program upkeep | --program is a whole path",
        "deploy docker --program /usr/bin/upkeep | --program ends with /upkeep/bin/upkeep",
        "deploy github-actions --release-url x --release-sha256 y | --release-sha256 has 64",
      })
  void what_cannot_be_used_is_said(String arguments, String complaint) {
    agent.with(Samples.healthy("shop"));

    CliRun.Result result = run(arguments.split(" ", -1));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains(complaint);
  }

  @Test
  void without_a_database_there_is_nothing_to_deploy() {
    assertThat(run("deploy", "cron").err()).contains("No database is defined yet: upkeep add.");
    agent.with(
        Samples.paused(Samples.healthy("blog"), new Pause.Until(Samples.NOW.plusSeconds(9))));
    assertThat(run("deploy", "cron").exitCode()).isEqualTo(2);
  }

  @Test
  void certificates_come_along_and_must_be_there() throws Exception {
    Path ca = folder.resolve("ca.pem");
    agent.with(
        Samples.fresh(
            Samples.database("shop")
                .edit()
                .caFile(Optional.of(ca))
                .interval(Optional.of(Duration.ofHours(1)))
                .done()));

    CliRun.Result missing = run("deploy", "docker");
    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.err()).contains("shop: ", ca.toString());
    Files.copy(Certificates.caFile(), ca);
    assertThat(good("deploy", "docker").out())
        .contains("==> ca-1.pem <==\n-----BEGIN CERTIFICATE-----", "/etc/upkeep/ca-1.pem")
        .doesNotContain(ca.toString());
  }
}
