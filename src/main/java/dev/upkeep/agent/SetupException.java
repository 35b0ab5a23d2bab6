package dev.upkeep.agent;

import java.util.List;

/// The keeper cannot begin. Every problem at once, each a sentence that says what to do and holds
/// no secret.
public final class SetupException extends Exception {
  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  SetupException(List<String> problems) {
    super(String.join(" ", problems));
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }
}
