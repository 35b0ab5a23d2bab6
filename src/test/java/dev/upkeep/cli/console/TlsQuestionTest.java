package dev.upkeep.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.cli.console.TlsQuestion.Settled;
import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.touch.protocol.TlsProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What becomes of a connection whose text does not say whether it is encrypted.
final class TlsQuestionTest {
  private static final Endpoint.Redis PLACE =
      new Endpoint.Redis("shop.example", 7123, Optional.empty(), false);

  private final List<Endpoint.Redis> probed = new ArrayList<>();

  private Settled settle(Terminal terminal, TlsProbe.Answer answer, boolean open) {
    TlsQuestion question =
        new TlsQuestion(
            new CliRun().typing(terminal).console(),
            (_, endpoint) -> {
              probed.add(endpoint);
              return answer;
            });
    return question.settle(Database.of(new UUID(0, 1), "shop", PLACE), PLACE, open);
  }

  @Test
  void a_server_that_answers_in_tls_is_spoken_to_in_tls_and_it_is_said() {
    Settled settled = settle(Terminal.NONE, TlsProbe.Answer.TLS, false);

    assertThat(settled.tls()).contains(true);
    assertThat(settled.sentence()).contains("shop.example:7123").contains("speaks TLS");
    assertThat(probed).containsExactly(PLACE);
  }

  @Test
  void one_that_cannot_be_reached_is_not_spoken_to_without() {
    assertThat(settle(Terminal.NONE, TlsProbe.Answer.UNREACHABLE, false).tls()).contains(true);
  }

  @Test
  void one_that_does_not_speak_tls_waits_for_a_person_and_a_script_is_told_what_to_say() {
    Settled nobody = settle(Terminal.NONE, TlsProbe.Answer.NO_TLS, false);

    assertThat(nobody.tls()).isEmpty();
    assertThat(nobody.sentence()).contains("does not speak TLS").contains("--tls no");
    assertThat(settle(new FakeTerminal("yes"), TlsProbe.Answer.NO_TLS, false).tls()).contains(true);
    assertThat(settle(new FakeTerminal("no"), TlsProbe.Answer.NO_TLS, false).tls()).contains(false);
  }

  @Test
  void what_is_neither_yes_nor_no_is_no_answer() {
    for (String line : List.of("", "maybe", "nope", "yess")) {
      assertThat(settle(new FakeTerminal(line), TlsProbe.Answer.NO_TLS, false).tls())
          .as(line)
          .isEmpty();
    }
    assertThat(settle(new FakeTerminal(), TlsProbe.Answer.NO_TLS, false).tls()).isEmpty();
  }

  @Test
  void words_that_nobody_understands_are_asked_about_before_anything_is_sent() {
    Settled nobody = settle(Terminal.NONE, TlsProbe.Answer.TLS, true);

    assertThat(nobody.tls()).isEmpty();
    assertThat(nobody.sentence()).contains("--tls yes");
    assertThat(settle(new FakeTerminal("y"), TlsProbe.Answer.TLS, true).tls()).contains(true);
    assertThat(probed).isEmpty();
  }
}
