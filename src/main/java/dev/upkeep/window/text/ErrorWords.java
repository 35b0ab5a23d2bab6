package dev.upkeep.window.text;

import dev.upkeep.control.AgentException;

/// Says why the agent did not do what it was asked.
public final class ErrorWords {
  private ErrorWords() {}

  public static String of(AgentException e, Texts texts) {
    return switch (e) {
      case AgentException.Refused refused ->
          String.join(" ", new CoreWords(texts).problems(refused));
      case AgentException.Gone _ -> texts.say(CoreText.NO_ANSWER);
      case AgentException.OtherVersion _ -> texts.say(CoreText.OTHER_VERSION);
    };
  }
}
