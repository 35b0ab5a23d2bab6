package dev.upkeep.control.wire;

import dev.upkeep.language.Language;
import dev.upkeep.language.Sentence;
import java.util.List;

/// A line is not what it should be. Its problems are sentences and never repeat the line, which may
/// hold a secret.
public final class WireException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Sentence> problems;

  WireException(String problem) {
    this(List.of(Sentence.verbatim(problem)));
  }

  WireException(List<Sentence> problems) {
    super(String.join(" ", Language.ENGLISH.say(problems)));
    this.problems = List.copyOf(problems);
  }

  public List<Sentence> problems() {
    return problems;
  }
}
