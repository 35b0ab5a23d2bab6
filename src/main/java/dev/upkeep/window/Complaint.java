package dev.upkeep.window;

import dev.upkeep.control.AgentException;

/// Says why the agent did not do what it was asked.
final class Complaint {
  private Complaint() {}

  static String of(AgentException e, Texts texts) {
    return switch (e) {
      case AgentException.Refused refused ->
          String.join(" ", new CoreWords(texts).problems(refused));
      case AgentException.Gone _ -> texts.say(ShellText.NO_ANSWER);
      case AgentException.OtherVersion _ -> texts.say(ShellText.OTHER_VERSION);
    };
  }
}
