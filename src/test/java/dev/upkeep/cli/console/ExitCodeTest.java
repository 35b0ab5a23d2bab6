package dev.upkeep.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.protocol.ServerErrorTable;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class ExitCodeTest {
  @TestFactory
  Stream<DynamicTest> each_error_of_the_table_has_its_exit_code() throws IOException {
    return ServerErrorTable.rows().stream()
        .map(row ->
            DynamicTest.dynamicTest(
                row.text(),
                () ->
                    assertThat(ExitCode.of(new Outcome.Failed(row.kind(), "m", "a")).status())
                        .isEqualTo(row.exitCode())));
  }

  @Test
  void several_exit_codes_become_the_most_urgent() {
    assertThat(
            ExitCode.mostUrgent(
                List.of(ExitCode.OK, ExitCode.OFFLINE, ExitCode.TOUCH_FAILED, ExitCode.USAGE)))
        .isEqualTo(ExitCode.USAGE);
    assertThat(ExitCode.mostUrgent(List.of(ExitCode.TOUCH_FAILED, ExitCode.SECRET_STORE)))
        .isEqualTo(ExitCode.SECRET_STORE);
    assertThat(ExitCode.mostUrgent(List.of(ExitCode.OFFLINE, ExitCode.OK)))
        .isEqualTo(ExitCode.OFFLINE);
    assertThat(ExitCode.mostUrgent(List.of())).isEqualTo(ExitCode.OK);
  }
}
