package dev.upkeep.cli.console;

/// There is no agent where one is needed; exit code 3.
public final class NoAgentException extends Exception {
  private static final long serialVersionUID = 1L;

  /// Says why and what to do, as one or two sentences.
  public NoAgentException(String message) {
    super(message);
  }
}
