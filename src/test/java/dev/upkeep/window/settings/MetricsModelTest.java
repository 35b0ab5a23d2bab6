package dev.upkeep.window.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.Change;
import dev.upkeep.control.MetricsStatus;
import dev.upkeep.language.Sentence;
import dev.upkeep.testing.FakeAgent;
import dev.upkeep.window.link.Rig;
import dev.upkeep.window.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MetricsModelTest {
  private static final MetricsStatus SERVED =
      new MetricsStatus(Optional.of("http://127.0.0.1:9464/metrics"), Optional.empty(), false);
  private static final MetricsStatus TAKEN =
      new MetricsStatus(
          Optional.empty(),
          Optional.of(
              Sentence.verbatim(
                  "Metrics cannot be served at 127.0.0.1:9464: Address already in use.")),
          false);

  private final Rig rig = new Rig(new FakeAgent());
  private final MetricsModel metrics = model(rig);

  private static MetricsModel model(Rig rig) {
    return new MetricsModel(rig, rig.texts, rig.toasts);
  }

  @Test
  void while_they_are_off_it_says_what_they_are_for() {
    metrics.start();
    rig.connect();

    assertThat(metrics.note().get()).startsWith("Where Upkeep serves metrics");
    assertThat(metrics.problem().get()).isEmpty();
  }

  @Test
  void the_agent_is_asked_when_it_comes_and_when_settings_change() {
    metrics.start();
    assertThat(rig.agent.asked).isEmpty();
    rig.connect();
    rig.agent.metrics = SERVED;

    rig.change(new Change.Settings(rig.agent.settings.view()));

    assertThat(metrics.note().get())
        .isEqualTo("Served at http://127.0.0.1:9464/metrics, and the health at /healthz.");
  }

  @Test
  void an_address_that_cannot_be_had_is_told_until_it_can() {
    rig.agent.metrics = TAKEN;
    metrics.start();
    rig.connect();
    assertThat(metrics.problem().get()).contains("Address already in use");

    metrics.check();
    assertThat(metrics.problem().get()).contains("Address already in use");
    assertThat(rig.told()).isEmpty();

    rig.agent.metrics = SERVED;
    metrics.check();
    assertThat(metrics.problem().get()).isEmpty();
    assertThat(rig.told())
        .containsExactly("Served at http://127.0.0.1:9464/metrics, and the health at /healthz.");
  }

  @Test
  void a_check_while_they_are_off_says_so() {
    metrics.start();
    rig.connect();

    metrics.check();

    assertThat(rig.told()).containsExactly("Metrics are off.");
  }

  @Test
  void an_address_given_at_the_start_is_said_to_win() {
    rig.agent.metrics = new MetricsStatus(SERVED.page(), Optional.empty(), true);
    metrics.start();
    rig.connect();

    assertThat(metrics.note().get()).contains("http://127.0.0.1:9464/metrics", "--metrics");
  }

  @Test
  void an_agent_that_is_gone_is_no_answer() {
    metrics.start();
    rig.connect();
    rig.agent.refusing(new AgentException.Gone("It has stopped."));

    metrics.check();

    assertThat(metrics.problem().get()).isNotEmpty();
    assertThat(rig.told()).isEmpty();
  }

  @Test
  void what_the_agent_says_moves_no_cursor() {
    rig.agent.metrics =
        new MetricsStatus(
            Optional.empty(), Optional.of(Sentence.verbatim("No.\u001b[2J\u202E")), false);
    metrics.start();
    rig.connect();

    assertThat(metrics.problem().get()).doesNotContain("\u001b", "\u202E");
  }

  @Test
  void the_same_in_german() {
    Rig german = new Rig(new FakeAgent(), Locale.GERMANY);
    german.agent.metrics = SERVED;
    MetricsModel model = model(german);
    model.start();
    german.connect();

    assertThat(model.note().get()).startsWith("Zu lesen unter http://127.0.0.1:9464/metrics");
    assertThat(List.of(german.texts.say(MetricsText.CHECK))).containsExactly("Prüfen");

    german.agent.metrics = TAKEN;
    model.check();
    assertThat(model.problem().get())
        .startsWith("Dort lassen sich keine Messwerte anbieten: „Metrics cannot be served at");
  }

  @Test
  void a_refused_address_says_what_one_looks_like_or_that_it_cannot_be_had() {
    Texts german = new Texts(Locale.GERMANY);
    Refused nonsense = Refused.verbatim(Refused.Reason.INVALID, List.of("This is no address."));
    Refused taken = Refused.verbatim(Refused.Reason.SYSTEM, List.of("It is taken."));

    assertThat(SettingRefusal.of("metrics.address", nonsense, rig.texts))
        .startsWith("Give an address and port such as :9464");
    assertThat(SettingRefusal.of("metrics.address", nonsense, german))
        .startsWith("Bitte Adresse und Port");
    assertThat(SettingRefusal.of("metrics.address", taken, rig.texts)).isEqualTo("It is taken.");
    assertThat(SettingRefusal.of("metrics.address", taken, german))
        .isEqualTo("Dort lassen sich keine Messwerte anbieten: „It is taken.“");
  }
}
