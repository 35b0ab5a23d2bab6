package dev.upkeep.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.cli.console.CliAgent;
import dev.upkeep.cli.console.CliRun;
import dev.upkeep.cli.console.Samples;
import dev.upkeep.file.OwnerOnly;
import dev.upkeep.testing.Modes;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportCommandTest {
  @TempDir private Path folder;
  private final CliAgent agent = new CliAgent().with(Samples.healthy("shop"));

  private CliRun.Result run(String... arguments) {
    return CliRun.asking(agent).run(arguments);
  }

  @Test
  void a_month_is_written_for_its_owner_and_never_over_a_file_unless_forced() throws Exception {
    Path file = folder.resolve("november.html");

    CliRun.Result result = run("report", "--month", "2025-11", "-o", file.toString());

    assertThat(result.exitCode()).as(result.everything()).isZero();
    assertThat(Files.readString(file)).contains("<h1>Databases in November 2025</h1>", "shop");
    if (OwnerOnly.isPosix(file)) {
      assertThat(Modes.of(file)).isEqualTo("rw-------");
    }
    Files.writeString(file, "mine");
    assertThat(run("report", "--month", "2025-11", "-o", file.toString()).exitCode()).isEqualTo(2);
    assertThat(Files.readString(file)).isEqualTo("mine");
    assertThat(run("report", "--month", "2025-11", "--force", "-o", file.toString()).exitCode())
        .isZero();
    assertThat(Files.readString(file)).contains("<h1>");
  }

  @Test
  void programs_get_it_on_standard_output() {
    assertThat(run("report", "--format", "json", "-o", "-").out())
        .contains("\"month\": \"2025-10\"");
    assertThat(run("report", "--month", "2025-11", "--format", "csv", "-o", "-").out())
        .startsWith("month,database,host");
  }

  @Test
  void hosts_are_shortened_unless_asked_for() {
    String host = agent.named("shop").endpoint().host();

    assertThat(run("report", "--format", "csv", "-o", "-").out()).doesNotContain(host);
    assertThat(run("report", "--format", "csv", "-o", "-", "--hosts").out()).contains(host);
  }

  @Test
  void a_month_that_is_none_or_to_come_is_refused() {
    assertThat(run("report", "--month", "November").exitCode()).isEqualTo(2);
    assertThat(run("report", "--month", "2025-13").exitCode()).isEqualTo(2);
    assertThat(run("report", "--month", "2125-01").exitCode()).isEqualTo(2);
    assertThat(run("report", "--format", "pdf", "-o", "-").exitCode()).isEqualTo(2);
  }
}
