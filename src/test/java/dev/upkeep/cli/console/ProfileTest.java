package dev.upkeep.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.cli.Cli;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProfileTest {
  private final List<Optional<String>> asked = new ArrayList<>();

  private int run(Map<String, String> environment, String... arguments) {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Console console =
        new Console(
            environment,
            InputStream.nullInputStream(),
            nowhere,
            nowhere,
            Clock.systemUTC(),
            Terminal.NONE);
    return Cli.run(
        List.of(arguments),
        console,
        Optional.of(profile -> {
          asked.add(profile);
          return new CliAgent().with(Samples.healthy("--profile"));
        }));
  }

  @Test
  void an_option_anywhere_goes_before_the_environment_and_an_empty_one_is_the_default() {
    Map<String, String> environment = Map.of("UPKEEP_PROFILE", " home ");

    run(Map.of(), "list");
    run(environment, "list");
    run(environment, "list", "--profile", "work");
    run(environment, "--profile=work", "list");
    run(environment, "list", "--profile=");

    assertThat(asked)
        .containsExactly(
            Optional.empty(),
            Optional.of("home"),
            Optional.of("work"),
            Optional.of("work"),
            Optional.empty());
  }

  @Test
  void what_looks_like_the_option_and_is_none_is_not_taken_for_it() {
    assertThat(run(Map.of(), "pause", "--", "--profile")).isZero();
    assertThat(asked).containsOnly(Optional.empty());
  }
}
