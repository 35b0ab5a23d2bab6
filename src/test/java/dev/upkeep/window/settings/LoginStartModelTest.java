package dev.upkeep.window.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.LoginStartStatus;
import dev.upkeep.language.Sentence;
import dev.upkeep.testing.FakeAgent;
import dev.upkeep.window.link.Rig;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LoginStartModelTest {
  private final Rig rig = new Rig(new FakeAgent());

  @Test
  void the_start_at_login_is_what_the_system_has() {
    LoginStartModel login = new LoginStartModel(rig, rig.texts);
    rig.connect();
    login.refresh();
    assertThat(login.on().get()).isFalse();
    assertThat(login.offered().get()).isTrue();

    login.turn(true);
    assertThat(login.on().get()).isTrue();

    rig.agent.refusing(
        AgentException.Refused.verbatim(
            AgentException.Refused.Reason.SYSTEM, List.of("The folder is read-only.")));
    login.turn(false);
    assertThat(login.on().get()).isTrue();
    assertThat(login.problem().get()).isEqualTo("The folder is read-only.");
  }

  @Test
  void a_start_at_login_that_is_not_offered_says_why() {
    rig.agent.login.is(
        new LoginStartStatus(
            LoginStartStatus.State.UNAVAILABLE,
            Optional.empty(),
            Optional.of(Sentence.verbatim("It is not known on this system."))));
    LoginStartModel login = new LoginStartModel(rig, rig.texts);
    rig.connect();

    login.refresh();

    assertThat(login.offered().get()).isFalse();
    assertThat(login.note().get()).isEqualTo("It is not known on this system.");
  }
}
