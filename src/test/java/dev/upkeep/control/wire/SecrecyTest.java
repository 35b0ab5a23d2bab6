package dev.upkeep.control.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.DatabaseChange;
import dev.upkeep.control.Integration;
import dev.upkeep.control.NewDatabase;
import dev.upkeep.control.SampleAgent;
import dev.upkeep.control.Samples;
import dev.upkeep.control.Subject;
import dev.upkeep.control.UpstashAccount;
import dev.upkeep.control.instance.Served;
import dev.upkeep.database.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What goes in as a secret does not come out, however the request ends.
@Timeout(60)
final class SecrecyTest {
  private static final String CANARY = "canary-7c1e";

  /// With letters that are more than one byte.
  private static final String FOREIGN = "kanari-größe-密码锁鍵";

  @TempDir private Path folder;

  static Stream<String> lines() {
    String add =
        new ControlRequest.Add(
                new NewDatabase(Samples.fullDatabase("A"), Optional.of(Secret.of(CANARY)), false))
            .line();
    String edit =
        new ControlRequest.Edit(
                new DatabaseChange(Samples.database("B"), Optional.of(Secret.of(CANARY)), true))
            .line();
    String settings = new ControlRequest.ChangeSettings(1, Map.of("alert.webhook", CANARY)).line();
    String diagnose =
        new ControlRequest.Diagnose(
                new Subject.Changed(Samples.database("C"), Optional.of(Secret.of(CANARY))))
            .line();
    String outlet =
        new ControlRequest.ChangeOutlet(Integration.WEBHOOK, Optional.of(Secret.of(CANARY)))
            .line()
            .replace("}", ",\"revision\":1}");
    String upstash =
        new ControlRequest.ListUpstash(new UpstashAccount("a@b", Secret.of(CANARY))).line();
    return Stream.of(add, edit, settings, diagnose, outlet, upstash)
        .flatMap(line ->
            Stream.of(
                line,
                line.substring(0, line.length() - 1),
                line.replace("\"untested\":", "\"untested\":1,\"x\":"),
                line.replace("\"email\":", "\"email\":5,\"x\":"),
                line.replace("\"name\":", "\"name\":5,\"x\":"),
                line.replace("\"revision\":1", "\"revision\":\"" + CANARY + "\""),
                line.replace("\"request\":\"", "\"request\":\"" + CANARY),
                line + CANARY))
        .flatMap(line -> Stream.of(line, line.replace(CANARY, FOREIGN)));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void a_secret_comes_back_in_no_answer_and_no_event(String line) throws IOException {
    SampleAgent agent = new SampleAgent();
    try (Served served = Served.by(agent, folder);
        RawClient watching = served.raw();
        RawClient client = served.raw()) {
      watching.send(RawClient.HELLO + "{\"request\":\"watch\"}\n");
      assertThat(watching.line()).contains("hello");
      assertThat(watching.line()).contains("begin");
      client.send(RawClient.HELLO + line + "\n");
      client.channel.shutdownOutput();
      String answers = client.rest();
      Samples.changes().forEach(agent::tellAll);
      served.server.close();

      assertThat(answers).contains("hello").doesNotContain(CANARY, FOREIGN);
      assertThat(watching.rest()).contains("changed").doesNotContain(CANARY, FOREIGN);
      assertThat(answers.lines()).hasSizeBetween(2, 5);
    }
  }
}
