package dev.upkeep.desktop.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upkeep.desktop.LoginStart;
import dev.upkeep.desktop.LoginStart.State;
import dev.upkeep.desktop.OwnProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RunKeyStartTest {
  private static final String RUN = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";
  private static final String APPROVED =
      "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\StartupApproved\\Run";
  private static final String PROGRAM = "C:\\Program Files\\Zoë & 日本\\Upkeep.exe";

  private final FakeRegistry registry = new FakeRegistry();
  private Set<String> files = Set.of(PROGRAM, "C:\\Other.exe");

  private LoginStart start(Optional<OwnProgram> program, Optional<String> profile) {
    return new RunKeyStart(
        registry,
        Map.of("SYSTEMROOT", "C:\\Windows"),
        profile,
        program,
        file -> files.contains(file));
  }

  private LoginStart start() {
    return start(Optional.of(new OwnProgram(Path.of(PROGRAM))), Optional.empty());
  }

  private void given(String commandLine) {
    registry.put(
        RUN, "Upkeep", "\"" + commandLine.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
  }

  @Test
  void it_is_off_until_it_is_turned_on_and_off_again_afterwards() throws IOException {
    assertThat(start().state()).isEqualTo(State.OFF);

    start().turn(true);
    start().turn(true);
    assertThat(start().state()).isEqualTo(State.ON);
    assertThat(start().place()).isEqualTo(RUN + "\\Upkeep");

    start().turn(false);
    start().turn(false);
    assertThat(start().state()).isEqualTo(State.OFF);
    assertThat(registry.changes)
        .containsExactly(
            List.of(
                "C:\\Windows\\System32\\reg.exe",
                "add",
                RUN,
                "/v",
                "\"Upkeep\"",
                "/t",
                "REG_SZ",
                "/d",
                "\"\\\"" + PROGRAM + "\\\" agent\"",
                "/f"),
            List.of("C:\\Windows\\System32\\reg.exe", "delete", RUN, "/v", "\"Upkeep\"", "/f"));
  }

  @Test
  void each_profile_has_a_value_of_its_own() throws IOException {
    LoginStart work = start(Optional.of(new OwnProgram(Path.of(PROGRAM))), Optional.of("work"));
    work.turn(true);

    assertThat(work.state()).isEqualTo(State.ON);
    assertThat(start().state()).isEqualTo(State.OFF);
    assertThat(registry.keys.get(RUN))
        .containsEntry(
            "Upkeep (work)",
            "\"\\\"C:\\\\Program Files\\\\Zoë & 日本\\\\Upkeep.exe\\\" agent --profile work\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"03", "01", "07", "0b"})
  void what_was_switched_off_in_windows_is_told_and_turned_on_again(String first)
      throws IOException {
    given("\"" + PROGRAM + "\" agent");
    registry.put(APPROVED, "Upkeep", "hex:" + first + ",00,00,00,bd,6c,9e,d1,\\\r\n  77,4d,da,01");
    assertThat(start().state()).isEqualTo(State.DISABLED_BY_SYSTEM);

    start().turn(true);
    assertThat(start().state()).isEqualTo(State.ON);
    assertThat(registry.keys.get(APPROVED)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hex:02,00,00,00,00,00,00,00,00,00,00,00", "hex:06", "hex:"})
  void what_windows_notes_of_one_that_is_on_is_left_alone(String approved) throws IOException {
    given("\"" + PROGRAM + "\" agent");
    registry.put(APPROVED, "Upkeep", approved);

    assertThat(start().state()).isEqualTo(State.ON);
    start().turn(true);
    assertThat(registry.changes).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C:\\Other.exe agent",
        "C:\\Other.exe",
        "\"C:\\Gone\\Upkeep.exe\" agent",
        "\"" + PROGRAM + "\"",
        "\"" + PROGRAM + "\" agent --profile work",
        PROGRAM + " agent",
        "\"",
        ""
      })
  void a_value_that_leads_elsewhere_is_told_and_mended(String commandLine) throws IOException {
    given(commandLine);
    assertThat(start().state()).isEqualTo(State.ELSEWHERE);

    start().turn(true);
    assertThat(start().state()).isEqualTo(State.ON);
  }

  @Test
  void a_program_that_was_removed_is_elsewhere() throws IOException {
    start().turn(true);
    files = Set.of();

    assertThat(start().state()).isEqualTo(State.ELSEWHERE);
  }

  @Test
  void a_value_of_another_type_is_elsewhere() throws IOException {
    registry.put(RUN, "Upkeep", "hex:01,02");

    assertThat(start().state()).isEqualTo(State.ELSEWHERE);
  }

  @Test
  void without_knowing_this_program_it_can_be_told_and_turned_off_but_not_on() throws IOException {
    given("C:\\Other.exe agent");
    LoginStart unknown = start(Optional.empty(), Optional.empty());
    assertThat(unknown.state()).isEqualTo(State.ON);

    unknown.turn(false);
    assertThat(unknown.state()).isEqualTo(State.OFF);
    assertThatThrownBy(() -> unknown.turn(true)).hasMessageContaining("installed program");
  }

  @Test
  void a_registry_that_cannot_be_read_is_not_mistaken_for_off() {
    registry.forbidden = true;

    assertThatThrownBy(() -> start().state())
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("Windows refused: reg.exe could not query HKCU");
  }

  @Test
  void a_command_that_windows_would_cut_is_refused() {
    String deep = "C:\\" + "deep\\".repeat(50) + "Upkeep.exe";
    LoginStart start = start(Optional.of(new OwnProgram(Path.of(deep))), Optional.empty());

    assertThatThrownBy(() -> start.turn(true)).hasMessageContaining("260 characters");
    assertThat(registry.changes).isEmpty();
  }

  @Test
  void an_uninstaller_removes_the_values_of_every_profile_and_of_nobody_else() throws IOException {
    FakeRegistry all = new FakeRegistry();
    for (String name : new String[] {"Upkeep", "Upkeep (work)", "Upkeeper", "Other"}) {
      all.put(RunKeyCommands.RUN, name, "\"C:\\\\x.exe\"");
      all.put(RunKeyCommands.APPROVED, name, "hex:03,00");
    }

    RunKeyStart.removeAll(all, Map.of("SystemRoot", "C:\\Windows"));

    assertThat(all.keys.get(RunKeyCommands.RUN)).containsOnlyKeys("Upkeeper", "Other");
    assertThat(all.keys.get(RunKeyCommands.APPROVED)).containsOnlyKeys("Upkeeper", "Other");
  }
}
