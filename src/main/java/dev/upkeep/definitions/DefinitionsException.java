package dev.upkeep.definitions;

import dev.upkeep.language.Language;
import dev.upkeep.language.Sentence;
import java.util.List;

/// Definitions that cannot be read, changed or saved as they are, and were left as they were. Every
/// problem at once, each a sentence for a person that says what to do.
public final class DefinitionsException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Sentence> told;

  public DefinitionsException(List<Sentence> problems) {
    super(String.join(" ", Language.ENGLISH.say(problems)));
    this.told = List.copyOf(problems);
  }

  DefinitionsException(Sentence problem) {
    this(List.of(problem));
  }

  DefinitionsException(Sentence problem, Throwable cause) {
    super(problem.english(), cause);
    this.told = List.of(problem);
  }

  public List<Sentence> told() {
    return told;
  }

  /// The same in English.
  public List<String> problems() {
    return Language.ENGLISH.say(told);
  }
}
