package dev.upkeep.cli.console;

import dev.upkeep.control.AgentException;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import java.util.Collection;
import java.util.List;

/// What a command tells the shell. Of several results the most urgent counts.
public enum ExitCode {
  /// Everything alive, or nothing to do.
  OK(0),
  /// A touch failed, or a service that was asked in its place.
  TOUCH_FAILED(1),
  /// The command or the configuration cannot be used.
  USAGE(2),
  /// No agent runs where one is needed, or another instance holds the lock.
  NO_AGENT(3),
  /// The credential could not be had from where it is kept.
  SECRET_STORE(4),
  /// This computer is offline.
  OFFLINE(5);

  private static final List<ExitCode> MOST_URGENT_FIRST =
      List.of(USAGE, NO_AGENT, SECRET_STORE, TOUCH_FAILED, OFFLINE, OK);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  /// The process's exit status.
  public int status() {
    return status;
  }

  public static ExitCode of(Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed) {
      return failed.kind() == FailureKind.SECRET ? SECRET_STORE : TOUCH_FAILED;
    }
    boolean offline =
        outcome instanceof Outcome.Skipped skipped
            && skipped.reason() == Outcome.Skipped.Reason.OFFLINE;
    return offline ? OFFLINE : OK;
  }

  public static ExitCode of(AgentException exception) {
    return switch (exception) {
      case AgentException.Gone _, AgentException.OtherVersion _ -> NO_AGENT;
      case AgentException.Refused refused ->
          switch (refused.reason()) {
            case INVALID, NOT_FOUND, CONFLICT, READ_ONLY, SYSTEM -> USAGE;
            case TEST_FAILED, SERVICE -> TOUCH_FAILED;
            case OFFLINE -> OFFLINE;
            case SECRET_STORE -> SECRET_STORE;
          };
    };
  }

  public static ExitCode mostUrgent(Collection<ExitCode> codes) {
    return MOST_URGENT_FIRST.stream().filter(codes::contains).findFirst().orElse(OK);
  }
}
