package dev.upkeep.agent.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.agent.desktop.WindowLauncher.Patience;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.Change;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Snapshot;
import dev.upkeep.database.Database;
import dev.upkeep.desktop.OwnProgram;
import dev.upkeep.testing.Modes;
import dev.upkeep.testing.StatusBuilder;
import dev.upkeep.testing.Statuses;
import dev.upkeep.testing.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// With a launcher that writes down how it was started, and ends when it is told to.
@DisabledOnOs(OS.WINDOWS)
final class WindowLauncherTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final UUID SHOP = new UUID(1, 2);

  @TempDir private Path folder;

  private final List<Change> told = new CopyOnWriteArrayList<>();
  private final AtomicInteger closed = new AtomicInteger();
  private final List<Optional<UUID>> noticed = new CopyOnWriteArrayList<>();

  @AfterEach
  void end() throws IOException {
    end(0);
  }

  @Test
  void a_window_is_a_process_of_its_own_that_sees_no_secrets() throws Exception {
    Map<String, String> environment =
        Map.of(
            "PATH", String.valueOf(System.getenv("PATH")),
            "UPSTASH_REDIS_URL", "c4n4ry",
            "_JPACKAGE_LAUNCHER", "c4n4ry",
            "SHOP_PASSWORD", "c4n4ry",
            "DISPLAY", ":7");
    launcher(Optional.of(script("")), environment).show(agent(), Optional.of(SHOP));

    await(1);
    assertThat(starts()).containsExactly("window --profile work --database " + SHOP);
    assertThat(read("environment")).contains("DISPLAY=:7").doesNotContain("c4n4ry");
    assertThat(read("input")).isEmpty();
    assertThat(told).isEmpty();
    assertThat(noticed).isEmpty();
  }

  @Test
  void an_open_window_is_asked_to_the_front_and_not_started_again() throws Exception {
    WindowLauncher launcher = launcher(Optional.of(script("")));
    launcher.show(agent(), Optional.empty());
    await(1);

    launcher.show(agent(), Optional.of(SHOP));
    launcher.show(agent(), Optional.empty());

    assertThat(told)
        .containsExactly(new Change.Wanted(Optional.of(SHOP)), new Change.Wanted(Optional.empty()));
    assertThat(starts()).hasSize(1);
  }

  @Test
  void a_window_that_was_just_closing_is_opened_again() throws Exception {
    WindowLauncher launcher = launcher(Optional.of(script("")));
    launcher.show(agent(), Optional.empty());
    await(1);
    launcher.show(agent(), Optional.of(SHOP));

    end(0);

    await(2);
    assertThat(starts().getLast()).endsWith("--database " + SHOP);
  }

  @Test
  void that_a_person_closed_it_is_told_and_that_it_failed_is_not() throws Exception {
    WindowLauncher launcher = launcher(Optional.of(script("")));
    launcher.show(agent(), Optional.empty());
    await(1);
    end(3);
    Wait.until("notice of the failure", () -> noticed.size() == 1);
    assertThat(closed).hasValue(0);

    launcher.show(agent(), Optional.empty());
    await(2);
    end(0);

    Wait.until("word of the closing", () -> closed.get() == 1);
  }

  @Test
  void a_program_that_fails_at_once_is_replaced_by_a_notice() throws Exception {
    launcher(Optional.of(script("exit 3"))).show(agent(), Optional.of(SHOP));

    Wait.until("notice", () -> noticed.equals(List.of(Optional.of(SHOP))));
  }

  @Test
  void a_program_that_is_not_there_or_not_known_is_replaced_by_a_notice() throws Exception {
    launcher(Optional.of(new OwnProgram(folder.resolve("gone")))).show(agent(), Optional.of(SHOP));
    launcher(Optional.empty()).show(agent(), Optional.empty());

    assertThat(noticed).containsExactly(Optional.of(SHOP), Optional.empty());
  }

  private WindowLauncher launcher(Optional<OwnProgram> program) {
    return launcher(program, Map.of("PATH", String.valueOf(System.getenv("PATH"))));
  }

  private WindowLauncher launcher(Optional<OwnProgram> program, Map<String, String> environment) {
    return new WindowLauncher(
        new WindowProgram(program, Optional.of("work"), environment),
        told::add,
        (_, database) -> noticed.add(database),
        _ -> closed.incrementAndGet(),
        new Patience(LONG, LONG));
  }

  private OwnProgram script(String first) throws IOException {
    Path script =
        Files.writeString(
            folder.resolve("launcher"),
            """
            #!/bin/sh
            cd '%s'
            %s
            env > environment
            cat > input
            echo "$*" >> starts
            rm -f end
            while [ ! -s end ]; do sleep 0.05; done
            exit "$(cat end)"
            """
                .formatted(folder, first));
    Modes.set(script, "rwx------");
    return new OwnProgram(script);
  }

  private void end(int status) throws IOException {
    Files.writeString(folder.resolve("end"), Integer.toString(status));
  }

  private void await(int count) {
    // The line "rm -f end" follows the start, and an end that comes before it is lost.
    Wait.until(
        count + " starts", () -> starts().size() == count && !Files.exists(folder.resolve("end")));
  }

  private List<String> starts() {
    return read("starts").lines().toList();
  }

  private String read(String file) {
    try {
      Path path = folder.resolve(file);
      return Files.exists(path) ? Files.readString(path) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// An agent that shows one database whose secret is in the environment, and can do nothing else.
  private static AgentApi agent() {
    Snapshot snapshot = Statuses.snapshot(withReference("env:SHOP_PASSWORD"));
    return (AgentApi)
        Proxy.newProxyInstance(
            AgentApi.class.getClassLoader(),
            new Class<?>[] {AgentApi.class},
            (_, method, _) -> {
              if (method.getName().equals("snapshot")) {
                return snapshot;
              }
              throw new AgentException.Gone("This agent only shows.");
            });
  }

  private static DatabaseStatus withReference(String reference) {
    DatabaseStatus alive = Statuses.alive("shop");
    Database shop = alive.database();
    return StatusBuilder.like(alive)
        .database(shop.edit().secretReference(Optional.of(reference)).done())
        .done();
  }
}
