package dev.upkeep.cli.deploy;

import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.TouchReportJson;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.deploy.Need;
import dev.upkeep.json.Json;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Says what a deployment needs, and what of it this computer lacks.
final class DeployCheck {
  private final Upkeep upkeep;

  DeployCheck(Upkeep upkeep) {
    this.upkeep = upkeep;
  }

  private enum State {
    OK("ok"),
    MISSING("missing"),
    /// Where it belongs, nobody can look from here.
    TO_DO("to do");

    private final String word;

    State(String word) {
      this.word = word;
    }
  }

  /// Prints a line for each.
  ///
  /// @return [ExitCode#USAGE] if something is missing
  ExitCode report(List<Need> needs) {
    ExitCode code = ExitCode.OK;
    for (Need need : needs) {
      State state = state(need);
      if (state == State.MISSING) {
        code = ExitCode.USAGE;
      }
      if (upkeep.json()) {
        upkeep.console().out().println(json(need, state).write());
      } else {
        upkeep
            .console()
            .say(
                String.format(
                    Locale.ROOT, "%-7s  %s: %s", state.word, need.name(), need.purpose()));
      }
    }
    return code;
  }

  private static Json.Obj json(Need need, State state) {
    return Json.object()
        .put("need", need.name())
        .put("kind", kind(need))
        .put("purpose", need.purpose())
        .put("state", TouchReportJson.name(state))
        .build();
  }

  private static String kind(Need need) {
    return switch (need) {
      case Need.Program _ -> "program";
      case Need.Place _ -> "file";
      case Need.Parameter _ -> "option";
      case Need.Secret _ -> "secret";
    };
  }

  private State state(Need need) {
    return switch (need) {
      case Need.Program(var name, var _) -> of(isOnPath(name));
      case Need.Place(var name, var _, var executable) -> of(isThere(name, executable));
      case Need.Parameter(var _, var _, var given) -> of(given);
      case Need.Secret _ -> State.TO_DO;
    };
  }

  private static State of(boolean there) {
    return there ? State.OK : State.MISSING;
  }

  private boolean isOnPath(String program) {
    String path = upkeep.console().environment().getOrDefault("PATH", "");
    return Arrays.stream(path.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .anyMatch(folder -> isThere(folder + "/" + program, true));
  }

  private static boolean isThere(String name, boolean executable) {
    try {
      Path path = Path.of(name);
      return Files.isRegularFile(path) && (!executable || Files.isExecutable(path));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
