package dev.upkeep.cli.process;

import dev.upkeep.agent.LoginEntries;
import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.UsageException;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.LoginStartStatus;
import dev.upkeep.database.EnumWord;
import dev.upkeep.json.Json;
import dev.upkeep.language.CliPhrase;
import dev.upkeep.language.Sentence;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `upkeep login-start`: whether the agent starts when its user logs in.
@Command(
    name = "login-start",
    description = {
      "Start the agent when you log in, or no longer, or say what is set.",
      "What counts is what the system has: its own settings may switch it off."
    })
public final class LoginStartCommand implements Callable<Integer> {
  @ParentCommand private Upkeep upkeep;

  @Parameters(index = "0", paramLabel = "on|off|status", description = "What to do.")
  private String action;

  @Option(
      names = "--everywhere",
      hidden = true,
      description = "For installers: with off, of every profile, and without an agent.")
  private boolean everywhere;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  LoginStartCommand() {}

  @Override
  public Integer call() throws Exception {
    if (!action.matches("on|off|status")) {
      throw new UsageException("Say what to do: upkeep login-start on, off or status.");
    }
    if (everywhere && action.equals("off")) {
      LoginEntries.removeAll(upkeep.console().environment());
      return ExitCode.OK.status();
    }
    try (AgentApi agent = upkeep.agent()) {
      print(action.equals("status") ? agent.loginStart() : agent.loginStart(action.equals("on")));
    }
    return ExitCode.OK.status();
  }

  private void print(LoginStartStatus status) {
    if (upkeep.json()) {
      Json.Obj json =
          Json.object()
              .put("loginStart", EnumWord.of(status.state()))
              .putIfPresent("place", status.place())
              .putIfPresent("problem", status.problem().map(Sentence::english))
              .build();
      upkeep.console().out().println(json.write());
    } else {
      upkeep.console().say(sentence(status));
    }
  }

  private static Sentence sentence(LoginStartStatus status) {
    String place = status.place().orElse("");
    return switch (status.state()) {
      case ON -> CliPhrase.STARTS.with(place);
      case OFF -> CliPhrase.STARTS_NOT.with(place);
      case DISABLED_BY_SYSTEM -> CliPhrase.SWITCHED_OFF.with(place);
      case ELSEWHERE -> CliPhrase.STARTS_OTHER.with(place);
      case UNAVAILABLE -> status.problem().orElseGet(CliPhrase.NO_LOGIN_START::with);
    };
  }
}
