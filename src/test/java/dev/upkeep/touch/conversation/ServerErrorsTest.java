package dev.upkeep.touch.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.protocol.Requests;
import dev.upkeep.touch.protocol.ServerErrorTable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class ServerErrorsTest {
  private static final Attempt ATTEMPT =
      Requests.attempt(Requests.to(6379, Optional.of("loading-wrongpass")));

  @TestFactory
  Stream<DynamicTest> each_row_of_the_table_is_mapped() throws IOException {
    return ServerErrorTable.rows().stream()
        .map(row ->
            DynamicTest.dynamicTest(
                row.text(),
                () -> {
                  TouchFailure failure = ServerErrors.classify(row.text(), ATTEMPT);
                  assertThat(failure.kind()).isEqualTo(row.kind());
                  assertThat(failure.isPassing()).isEqualTo(row.retried());
                  assertThat(failure.outcome().message().english()).endsWith(".");
                  assertThat(failure.outcome().advice().english()).endsWith(".");
                }));
  }

  @Test
  void the_server_is_quoted_without_the_password() {
    TouchFailure failure =
        ServerErrors.classify(
            "ERR unknown command 'AUTH', with args beginning with: 'loading-wrongpass'", ATTEMPT);

    assertThat(failure.message().english())
        .contains("unknown command 'AUTH'")
        .doesNotContain("wrongpass");
  }

  @Test
  void what_the_server_quotes_from_us_decides_nothing() {
    List<String> quoted =
        List.of("noperm", "oom command not allowed", "max requests limit exceeded");

    assertThat(quoted)
        .allSatisfy(text ->
            assertThat(
                    ServerErrors.classify("ERR unknown command 'X', with args " + text, ATTEMPT)
                        .kind())
                .isEqualTo(FailureKind.SERVER));
  }
}
