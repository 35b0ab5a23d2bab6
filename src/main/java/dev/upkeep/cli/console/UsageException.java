package dev.upkeep.cli.console;

import dev.upkeep.language.Language;
import dev.upkeep.language.Sentence;
import java.util.List;
import java.util.stream.Stream;

/// The command or its environment cannot be used as it is. Every problem at once, each a sentence
/// that says what to do; exit code 2.
public final class UsageException extends Exception {
  public static final String CONNECTION_TEXT_IN_ARGUMENTS =
      "Connection text does not belong in the arguments, where everybody on this computer can see"
          + " it. Pass it with --stdin, or in UPSTASH_REDIS_URL.";

  private static final long serialVersionUID = 1L;

  private final transient List<Sentence> told;

  private UsageException(Stream<Sentence> problems) {
    this.told = problems.toList();
  }

  public UsageException(List<String> problems) {
    this(problems.stream().map(Sentence::verbatim));
  }

  public UsageException(String problem) {
    this(Stream.of(Sentence.verbatim(problem)));
  }

  public UsageException(Sentence problem) {
    this(Stream.of(problem));
  }

  /// With every problem at once.
  public static UsageException of(List<Sentence> problems) {
    return new UsageException(problems.stream());
  }

  @Override
  public String getMessage() {
    return String.join(" ", problems());
  }

  public List<Sentence> told() {
    return told;
  }

  /// The same in English.
  public List<String> problems() {
    return Language.ENGLISH.say(told);
  }
}
