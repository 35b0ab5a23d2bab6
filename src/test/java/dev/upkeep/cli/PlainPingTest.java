package dev.upkeep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.cli.console.CliRun;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

final class PlainPingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ping",
        "ping --json",
        "ping --stdin",
        "ping --stdin --json",
        "ping --ca-file /etc/ca.pem",
        "ping --json --ca-file /etc/ca.pem --stdin",
        "touch",
        "touch --stdin --json"
      })
  void what_it_understands_means_the_same_to_the_real_parser(String line) {
    List<String> arguments = List.of(line.split(" "));
    PlainPing plain = PlainPing.of(arguments).orElseThrow();

    CommandLine model = Subcommands.model(new CliRun().console(), true);
    ParseResult parsed = model.parseArgs(arguments.toArray(String[]::new));
    ParseResult ping = parsed.subcommand();

    assertThat(ping.commandSpec().name()).isEqualTo("touch");
    assertThat(plain.json())
        .isEqualTo(ping.hasMatchedOption("--json") || parsed.hasMatchedOption("--json"));
    assertThat(plain.stdin()).isEqualTo(ping.hasMatchedOption("--stdin"));
    assertThat(Optional.ofNullable(plain.caFile()))
        .isEqualTo(Optional.ofNullable(ping.matchedOptionValue("--ca-file", null)));
    assertThat(ping.hasMatchedPositional(0)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--json ping",
        "ping shop",
        "ping -v",
        "ping --help",
        "ping --json --json",
        "ping --profile work",
        "ping --ca-file",
        "ping --ca-file --json",
        "ping --ca-file /a --ca-file /b",
        "ping --ca-file=/a",
        "ping --unknown",
        "ping --",
        "doctor"
      })
  void everything_else_is_for_the_real_parser(String line) {
    assertThat(PlainPing.of(List.of(line.split(" ")))).isEmpty();
  }

  @Test
  void no_argument_is_no_ping() {
    assertThat(PlainPing.of(List.of())).isEmpty();
  }
}
