package dev.upkeep.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.upkeep.testing.Program;
import dev.upkeep.testing.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The lines for cron, run by a real cron and as cron runs them.
@EnabledOnOs(OS.LINUX)
final class DeployCronIT {
  /// A cron that sees no table but ours, and that no other cron of this computer sees.
  private static final String PRIVATE_CRON =
      """
      mount -t tmpfs tmpfs /run && mount -t tmpfs tmpfs /var/spool/cron &&
      mkdir -m 1730 /var/spool/cron/crontabs && mkdir empty && : > none &&
      mount --bind empty /etc/cron.d && mount --bind none /etc/crontab &&
      crontab "$1" && exec cron -f
      """;

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir private Path root;

  private Deployed deployed;

  @BeforeEach
  void deploy() throws Exception {
    deployed = new Deployed(Files.createDirectory(root.resolve("a")), MINUTE);
    deployed.deploy("cron");
    deployed.fillIn();
    deployed.install();
  }

  @AfterEach
  void stop() {
    deployed.close();
  }

  /// A line of a crontab as cron reads it, also one that knows no variables of one's own: the sixth
  /// field to its end.
  private static Program.Result asCron(Program program, String crontab) throws Exception {
    String command = "";
    for (String line : crontab.lines().toList()) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        assertThat(command).as("there is one line").isEmpty();
        command = line.split(" ", 6)[5];
      }
    }
    assertThat(command).as("cron takes it for a line break").doesNotContain("%");
    return program.env(Map.of("PATH", "/usr/bin:/bin")).run("/bin/sh", "-c", command);
  }

  @Test
  void every_line_touches_and_fails_as_upkeep_does() throws Exception {
    String crontab = deployed.text("crontab");

    Program.Result good = asCron(deployed.elsewhere(), crontab);
    deployed.requireTouched(good);
    assertThat(good.everything()).as("cron mails what it prints").isEmpty();

    deployed.redis().stop();
    Deployed.requireFailed(asCron(deployed.elsewhere(), crontab));
  }

  @Test
  void without_the_secrets_nothing_is_touched_and_the_line_fails() throws Exception {
    Files.delete(deployed.file("upkeep.env"));

    Program.Result result = asCron(deployed.elsewhere(), deployed.text("crontab"));

    assertThat(result.exitCode()).isPositive();
    assertThat(deployed.redis().snapshot()).isEmpty();
  }

  @Test
  void crontab_finds_nothing_wrong_with_it() throws Exception {
    assumeThat(Shell.has("crontab")).as("make test installs cron").isTrue();

    Program.Result check =
        deployed.elsewhere().run("crontab", "-n", deployed.file("crontab").toString());

    assertThat(check.exitCode()).as(check.everything()).isZero();
  }

  @Test
  void a_real_cron_and_that_of_busybox_touch_within_the_minute() throws Exception {
    assumeThat(Shell.has("cron") && Shell.has("busybox")).as("make test installs both").isTrue();
    assertThat(deployed.text("crontab")).contains("\n* * * * * ");
    try (Deployed other = new Deployed(Files.createDirectory(root.resolve("b")), MINUTE)) {
      other.deploy("cron");
      other.fillIn();
      other.install();
      Path tables = Files.createDirectory(root.resolve("tables"));
      Files.copy(other.file("crontab"), tables.resolve("root"));
      Process busybox =
          Program.in(tables)
              .start(
                  List.of("busybox", "crond", "-f", "-c", tables.toString()),
                  root.resolve("busybox.out"),
                  root.resolve("busybox.err"));
      try {
        debiansCronTouches();
        awaitTouched(other, busybox, root.resolve("busybox.err"));
      } finally {
        end(busybox);
      }
    }
  }

  private void debiansCronTouches() throws Exception {
    Path place = Files.createTempDirectory(root, "cron");
    Program.Result allowed =
        Program.in(place).run("unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt");
    assumeThat(allowed.exitCode()).as("only root may have a cron of its own").isZero();

    Process cron =
        Program.in(place)
            .start(
                List.of(
                    "unshare",
                    "--mount",
                    "sh",
                    "-c",
                    PRIVATE_CRON,
                    "sh",
                    deployed.file("crontab").toString()),
                place.resolve("out"),
                place.resolve("err"));
    try {
      awaitTouched(deployed, cron, place.resolve("err"));
    } finally {
      end(cron);
    }
  }

  private static void awaitTouched(Deployed which, Process cron, Path err) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(300);
    while (!which.allTouched()) {
      assertThat(cron.isAlive()).as(Files.readString(err)).isTrue();
      assertThat(System.nanoTime()).as("cron touches").isLessThan(end);
      Thread.sleep(200);
    }
  }

  private static void end(Process cron) throws Exception {
    cron.descendants().forEach(ProcessHandle::destroyForcibly);
    cron.destroyForcibly().waitFor();
  }
}
