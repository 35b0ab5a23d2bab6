package dev.upkeep.cli.console;

import java.util.List;

/// The command or its environment cannot be used as it is. Every problem at once, each a sentence
/// that says what to do; exit code 2.
public final class UsageException extends Exception {
  public static final String CONNECTION_TEXT_IN_ARGUMENTS =
      "Connection text does not belong in the arguments, where everybody on this computer can see"
          + " it. Pass it with --stdin, or in UPSTASH_REDIS_URL.";

  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  public UsageException(List<String> problems) {
    super(String.join(" ", problems));
    this.problems = List.copyOf(problems);
  }

  public UsageException(String problem) {
    this(List.of(problem));
  }

  public List<String> problems() {
    return problems;
  }
}
