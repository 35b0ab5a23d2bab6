package dev.upkeep.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.upkeep.testing.Program;
import dev.upkeep.testing.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The units, read by systemd's own tool and run as systemd runs them.
@EnabledOnOs(OS.LINUX)
final class DeploySystemdIT {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final Pattern VARIABLE = Pattern.compile("(?m)^(\\w+)='([^']*)'$");

  @TempDir private Path root;

  private Deployed deployed;

  @BeforeEach
  void deploy() throws Exception {
    deployed = new Deployed(root, Duration.ofHours(6));
    deployed.deploy("systemd");
    deployed.fillIn();
    deployed.install();
  }

  @AfterEach
  void stop() {
    deployed.close();
  }

  private List<String> values(String unit, String name) throws Exception {
    return deployed
        .text(unit)
        .lines()
        .filter(line -> line.startsWith(name + "="))
        .map(line -> line.substring(name.length() + 1))
        .toList();
  }

  /// What systemd.service(5) makes of the lines that say what is run, and with what.
  private Program.Result asSystemd() throws Exception {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String assignment : values("upkeep-6h.service", "Environment")) {
      variables.put(assignment.split("=", 2)[0], assignment.split("=", 2)[1]);
    }
    Path file = Path.of(values("upkeep-6h.service", "EnvironmentFile").getFirst());
    VARIABLE
        .matcher(Files.readString(file))
        .results()
        .forEach(found -> variables.put(found.group(1), found.group(2)));
    String line = values("upkeep-6h.service", "ExecStart").getFirst();
    assertThat(line).as("specifiers and variables would be put in").doesNotContain("%", "$");
    List<String> command =
        WORD.matcher(line)
            .results()
            .map(word -> word.group(1) != null ? word.group(1) : word.group(2))
            .toList();
    return deployed.elsewhere().env(variables).run(command);
  }

  @Test
  void the_service_touches_and_fails_as_upkeep_does() throws Exception {
    Program.Result good = asSystemd();
    deployed.requireTouched(good);
    assertThat(good.out()).as("for the journal").hasLineCount(deployed.databases().size());

    deployed.redis().stop();
    Deployed.requireFailed(asSystemd());
  }

  @Test
  void systemd_understands_every_line_of_the_units() throws Exception {
    assumeThat(Shell.has("systemd-analyze")).as("make test installs systemd").isTrue();
    for (String unit : List.of("upkeep-6h.service", "upkeep-6h.timer")) {
      Program.Result verified =
          deployed
              .elsewhere()
              .run("systemd-analyze", "verify", "--man=no", deployed.file(unit).toString());

      assertThat(verified.exitCode()).as(verified.everything()).isZero();
      assertThat(verified.everything()).as(unit).doesNotContain(deployed.folder().toString());
    }
  }

  @Test
  void a_directive_that_systemd_does_not_know_would_be_found() throws Exception {
    assumeThat(Shell.has("systemd-analyze")).as("make test installs systemd").isTrue();
    Path unit = deployed.file("upkeep-6h.service");
    Files.writeString(unit, Files.readString(unit).replace("UMask=", "Umaskk="));

    Program.Result verified =
        deployed.elsewhere().run("systemd-analyze", "verify", "--man=no", unit.toString());

    assertThat(verified.everything()).contains("Umaskk");
  }

  @Test
  void the_service_is_hardened_as_far_as_java_lets_it() throws Exception {
    assumeThat(Shell.has("systemd-analyze")).as("make test installs systemd").isTrue();

    Program.Result judged =
        deployed
            .elsewhere()
            .run(
                "systemd-analyze",
                "security",
                "--offline=true",
                "--threshold=20",
                deployed.file("upkeep-6h.service").toString());

    assertThat(judged.exitCode()).as(judged.everything()).isZero();
    assertThat(values("upkeep-6h.service", "MemoryDenyWriteExecute")).isEmpty();
    assertThat(values("upkeep-6h.service", "DynamicUser")).containsExactly("yes");
    assertThat(values("upkeep-6h.timer", "Persistent")).containsExactly("true");
    Matcher delay =
        Pattern.compile("(\\d+)s")
            .matcher(values("upkeep-6h.timer", "RandomizedDelaySec").getFirst());
    assertThat(delay.matches()).isTrue();
    assertThat(Integer.parseInt(delay.group(1))).isBetween(1, 600);
  }
}
