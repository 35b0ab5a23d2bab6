package dev.upkeep.desktop.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExecLineTest {
  @SuppressWarnings("unused") // read by JUnit
  private static final List<String> FOLDERS = HostileFolders.ALL;

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      delimiter = '|',
      value = {
        "/opt/upkeep/bin/Upkeep | /opt/upkeep/bin/Upkeep agent",
        "/opt/my apps/Upkeep    | \"/opt/my apps/Upkeep\" agent",
        "/opt/100%/Upkeep       | /opt/100%%/Upkeep agent",
        "/opt/$a`b\"c\\d/Upkeep | \"/opt/\\$a\\`b\\\"c\\\\d/Upkeep\" agent",
        "/opt/it's/Upkeep       | \"/opt/it's/Upkeep\" agent",
      })
  void a_command_is_quoted_where_it_must_be(String program, String line) {
    assertThat(ExecLine.of(List.of(program, "agent"))).isEqualTo(line);
  }

  @ParameterizedTest
  @FieldSource("FOLDERS")
  void a_command_comes_back_as_it_was(String folder) {
    List<String> command = List.of("/opt/" + folder + "/Upkeep", folder, "");

    assertThat(ExecLine.parse(ExecLine.of(command))).contains(command);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      delimiter = '|',
      value = {
        "upkeep  agent\t%U       | upkeep,agent",
        "upkeep %i %c agent      | upkeep,agent",
        "\"up\"keep agent        | upkeep,agent",
      })
  void what_others_write_is_understood(String line, String words) {
    assertThat(ExecLine.parse(line)).contains(List.of(words.split(",")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "%F", "\"upkeep agent"})
  void what_is_no_command_is_none(String line) {
    assertThat(ExecLine.parse(line)).isEmpty();
  }

  @Test
  void a_path_that_readers_would_take_for_something_else_is_a_problem() {
    assertThat(ExecLine.problem(List.of("/opt/a=b/Upkeep", "agent"))).isPresent();
    assertThat(ExecLine.problem(List.of("/opt/100%/Upkeep", "agent"))).isPresent();
    assertThat(ExecLine.problem(List.of("/opt/a\nb/Upkeep", "agent"))).isPresent();
    assertThat(ExecLine.problem(List.of("/opt/upkeep/bin/Upkeep", "a=b", "%"))).isEmpty();
  }
}
