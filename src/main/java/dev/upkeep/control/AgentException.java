package dev.upkeep.control;

import dev.upkeep.language.Language;
import dev.upkeep.language.Sentence;
import java.util.List;
import java.util.Objects;

/// The agent did not do what it was asked.
public abstract sealed class AgentException extends Exception {
  private static final long serialVersionUID = 1L;

  AgentException(String message) {
    super(message);
  }

  /// One or more sentences.
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  /// The request cannot be carried out as it is. Every problem at once, each a sentence that says
  /// what to do and holds no secret.
  public static final class Refused extends AgentException {
    private static final long serialVersionUID = 1L;

    /// Why, as far as a caller acts on it differently.
    public enum Reason {
      /// The request is wrong.
      INVALID,
      /// There is no such database.
      NOT_FOUND,
      /// Somebody else was faster, or the name is taken.
      CONFLICT,
      /// The touch that was to test a database failed.
      TEST_FAILED,
      /// The touch that was to test a database could not be made, since this computer is offline.
      OFFLINE,
      /// The secret could not be kept.
      SECRET_STORE,
      /// Definitions cannot be written: they come from a file given with `--config`, or the disk
      /// refuses.
      READ_ONLY,
      /// A service of somebody else did not answer as it should. The same may succeed later.
      SERVICE,
      /// The operating system, or its desktop, did not do its part.
      SYSTEM
    }

    private final Reason reason;
    private final transient List<Sentence> told;

    private Refused(List<Sentence> problems, Reason reason) {
      super(String.join(" ", Language.ENGLISH.say(problems)));
      this.reason = reason;
      this.told = List.copyOf(problems);
    }

    /// With every problem at once.
    public static Refused of(Reason reason, List<Sentence> problems) {
      return new Refused(problems, reason);
    }

    /// With the only problem.
    public static Refused of(Reason reason, Sentence problem) {
      return of(reason, List.of(problem));
    }

    /// With somebody else's words.
    public static Refused verbatim(Reason reason, List<String> problems) {
      return of(reason, problems.stream().map(Sentence::verbatim).toList());
    }

    public Reason reason() {
      return reason;
    }

    /// Every problem.
    public List<Sentence> told() {
      return told;
    }

    /// The same in English.
    public List<String> problems() {
      return Language.ENGLISH.say(told);
    }
  }

  /// The agent is not there, or the connection to it was lost. Whether the request was carried out
  /// is not known.
  public static final class Gone extends AgentException {
    private static final long serialVersionUID = 1L;

    /// Says why, as one sentence.
    public Gone(String message) {
      super(message);
    }
  }

  /// The agent speaks another version of the protocol.
  public static final class OtherVersion extends AgentException {
    private static final long serialVersionUID = 1L;

    private final int version;

    /// The version that the agent speaks.
    public OtherVersion(int version) {
      super(
          "The running agent speaks version "
              + version
              + " of the protocol. Restart it: upkeep stop, then upkeep agent.");
      this.version = version;
    }

    public int version() {
      return version;
    }
  }
}
