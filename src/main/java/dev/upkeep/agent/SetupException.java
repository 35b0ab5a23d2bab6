package dev.upkeep.agent;

import dev.upkeep.language.Language;
import dev.upkeep.language.Sentence;
import java.util.List;

/// The keeper cannot begin. Every problem at once, each a sentence that says what to do and holds
/// no secret.
public final class SetupException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Sentence> told;

  SetupException(List<Sentence> problems) {
    super(String.join(" ", Language.ENGLISH.say(problems)));
    this.told = List.copyOf(problems);
  }

  public List<Sentence> told() {
    return told;
  }

  /// The same in English.
  public List<String> problems() {
    return Language.ENGLISH.say(told);
  }
}
