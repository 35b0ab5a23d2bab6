package dev.upkeep.cli;

import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import java.util.Collection;
import java.util.List;

/// What a command tells the shell. Of several results the most urgent counts.
enum ExitCode {
  /// Everything alive, or nothing to do.
  OK(0),
  /// A touch failed.
  TOUCH_FAILED(1),
  /// The command or the configuration cannot be used.
  USAGE(2),
  /// The credential could not be had from where it is kept.
  SECRET_STORE(4),
  /// This computer is offline.
  OFFLINE(5);

  private static final List<ExitCode> MOST_URGENT_FIRST =
      List.of(USAGE, SECRET_STORE, TOUCH_FAILED, OFFLINE, OK);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  /// The process's exit status.
  int status() {
    return status;
  }

  static ExitCode of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Alive _ -> OK;
      case Outcome.Failed failed ->
          failed.kind() == FailureKind.SECRET ? SECRET_STORE : TOUCH_FAILED;
      case Outcome.Skipped skipped ->
          skipped.reason() == Outcome.Skipped.Reason.OFFLINE ? OFFLINE : OK;
    };
  }

  static ExitCode mostUrgent(Collection<ExitCode> codes) {
    return MOST_URGENT_FIRST.stream().filter(codes::contains).findFirst().orElse(OK);
  }
}
