package dev.upkeep.agent.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.LoginStartStatus;
import dev.upkeep.control.LoginStartStatus.State;
import dev.upkeep.desktop.LoginStart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class LoginSwitchTest {
  private final FakeStart system = new FakeStart();

  /// A system that keeps a state, or refuses.
  private static final class FakeStart implements LoginStart {
    private LoginStart.State state = LoginStart.State.OFF;
    private boolean refuses;

    @Override
    public LoginStart.State state() throws IOException {
      if (refuses) {
        throw new IOException("The system does not tell.");
      }
      return state;
    }

    @Override
    public void turn(boolean on) throws IOException {
      state();
      state = on ? LoginStart.State.ON : LoginStart.State.OFF;
    }

    @Override
    public String place() {
      return "/etc/somewhere";
    }
  }

  private static LoginSwitch on(String os, Map<String, String> environment) {
    return LoginSwitch.of(
        os, environment, Path.of("/home/ann"), Optional.empty(), Optional.empty());
  }

  @ParameterizedTest
  @EnumSource
  void every_state_of_the_system_is_told(LoginStart.State state) throws Refused {
    system.state = state;

    assertThat(LoginSwitch.of(system).status())
        .isEqualTo(
            new LoginStartStatus(
                State.valueOf(state.name()), Optional.of("/etc/somewhere"), Optional.empty()));
  }

  @Test
  void what_the_system_has_afterwards_is_told() throws Refused {
    assertThat(LoginSwitch.of(system).turn(true).state()).isEqualTo(State.ON);
    assertThat(LoginSwitch.of(system).turn(false).state()).isEqualTo(State.OFF);
  }

  @Test
  void a_system_that_refuses_is_a_refusal_with_its_sentence() {
    system.refuses = true;

    assertThatThrownBy(() -> LoginSwitch.of(system).status())
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.reason()).isEqualTo(Refused.Reason.SYSTEM));
    assertThatThrownBy(() -> LoginSwitch.of(system).turn(true))
        .isInstanceOf(Refused.class)
        .hasMessage("The system does not tell.");
  }

  @ParameterizedTest
  @CsvSource({
    "Linux,      upkeep.desktop",
    "FreeBSD,    upkeep.desktop",
    "Mac OS X,   dev.upkeep.agent.plist",
  })
  void each_system_has_its_mechanism(String os, String name) throws Refused {
    assertThat(on(os, Map.of()).status().place().orElseThrow()).endsWith(name);
  }

  @Test
  void where_it_is_not_offered_it_says_why_and_cannot_be_turned() throws Refused {
    for (LoginSwitch none :
        new LoginSwitch[] {on("AIX", Map.of()), on("Linux", Map.of("UPKEEP_HOME", "/srv/up"))}) {
      LoginStartStatus status = none.status();

      assertThat(status.state()).isEqualTo(State.UNAVAILABLE);
      assertThat(status.place()).isEmpty();
      assertThatThrownBy(() -> none.turn(true))
          .isInstanceOf(Refused.class)
          .hasMessage(status.problem().orElseThrow().english());
    }
  }
}
