package dev.upkeep.control.wire;

import java.util.List;

/// A line is not what it should be. Its problems are sentences and never repeat the line, which may
/// hold a secret.
public final class WireException extends Exception {
  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  WireException(String problem) {
    this(List.of(problem));
  }

  WireException(List<String> problems) {
    super(String.join(" ", problems));
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }
}
