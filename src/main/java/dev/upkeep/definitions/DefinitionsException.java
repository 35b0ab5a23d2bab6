package dev.upkeep.definitions;

import java.util.List;

/// Definitions that cannot be read, changed or saved as they are, and were left as they were. Every
/// problem at once, each a sentence for a person that says what to do.
public final class DefinitionsException extends Exception {
  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  public DefinitionsException(List<String> problems) {
    super(String.join(" ", problems));
    this.problems = List.copyOf(problems);
  }

  DefinitionsException(String problem) {
    this(List.of(problem));
  }

  DefinitionsException(String problem, Throwable cause) {
    super(problem, cause);
    this.problems = List.of(problem);
  }

  public List<String> problems() {
    return problems;
  }
}
