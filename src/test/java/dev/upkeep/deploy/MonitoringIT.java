package dev.upkeep.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.upkeep.json.Json;
import dev.upkeep.testing.Program;
import dev.upkeep.testing.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The alerts, judged and played through a made-up month by Prometheus' own tool.
@EnabledOnOs(OS.LINUX)
final class MonitoringIT {
  private static final Pattern METRIC = Pattern.compile("\\bupkeep_[a-z_]+");

  @TempDir private Path folder;

  @BeforeEach
  void write() throws Exception {
    for (GeneratedFile file : Monitoring.files()) {
      Files.write(folder.resolve(file.path()), file.bytes());
    }
    Files.copy(
        Path.of("src/test/resources/dev/upkeep/deploy-rules-test.yml"),
        folder.resolve("month.yml"));
  }

  private Program.Result promtool(String... arguments) throws Exception {
    assumeThat(Shell.has("promtool")).as("make test installs prometheus").isTrue();
    String[] command = new String[arguments.length + 1];
    command[0] = "promtool";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return Program.in(folder).run(command);
  }

  @Test
  void prometheus_takes_the_rules() throws Exception {
    Program.Result check = promtool("check", "rules", "upkeep-rules.yml");

    assertThat(check.exitCode()).as(check.everything()).isZero();
    assertThat(check.out()).contains("SUCCESS: 5 rules found");
  }

  @Test
  void each_alert_fires_when_it_should_and_not_before() throws Exception {
    Program.Result month = promtool("test", "rules", "month.yml");

    assertThat(month.exitCode()).as(month.everything()).isZero();
    assertThat(month.everything()).contains("SUCCESS");
  }

  @Test
  void rules_and_dashboard_ask_for_metrics_that_there_are() throws Exception {
    String documented = Files.readString(Path.of("src/docs/metrics.md"));
    Set<String> asked = new TreeSet<>();
    for (GeneratedFile file : Monitoring.files()) {
      METRIC.matcher(file.text()).results().forEach(found -> asked.add(found.group()));
    }

    assertThat(asked).contains("upkeep_safe_until_timestamp_seconds").hasSizeGreaterThan(8);
    assertThat(asked)
        .allSatisfy(metric ->
            assertThat(documented).contains("`" + metric.replaceAll("_bucket$", "") + "`"));
    Json.parse(Files.readString(folder.resolve("upkeep-dashboard.json")));
  }
}
