package dev.upkeep.testing;

import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.LoginStartStatus;
import dev.upkeep.control.LoginStartStatus.State;
import java.util.Optional;

/// The start at login of a fake agent, on a system that does what it is told.
public final class FakeLoginStart {
  private volatile LoginStartStatus status = inState(State.OFF);

  private static LoginStartStatus inState(State state) {
    return new LoginStartStatus(state, Optional.of("/autostart/upkeep.desktop"), Optional.empty());
  }

  public LoginStartStatus status() {
    return status;
  }

  /// What the system does at the next login.
  public void is(LoginStartStatus newStatus) {
    status = newStatus;
  }

  /// The same, where the system offers it.
  public void is(State state) {
    is(inState(state));
  }

  public LoginStartStatus turn(boolean on) throws Refused {
    if (status.state() == State.UNAVAILABLE) {
      throw Refused.of(Refused.Reason.SYSTEM, status.problem().orElseThrow());
    }
    status = new LoginStartStatus(on ? State.ON : State.OFF, status.place(), Optional.empty());
    return status;
  }
}
