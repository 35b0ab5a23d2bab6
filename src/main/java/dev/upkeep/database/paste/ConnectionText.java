package dev.upkeep.database.paste;

import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Secret;
import dev.upkeep.database.TouchMode;
import dev.upkeep.database.token.PastedText;
import dev.upkeep.database.token.Scanner;
import dev.upkeep.database.token.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the databases in whatever a person pastes: a URL, a `.env` file, a `redis-cli` or `curl`
/// command, JSON, YAML, or a snippet of code.
///
/// The text is scanned for names and values rather than parsed as one of these formats, so that
/// fragments and mixtures work. Nothing is guessed that would send a secret to the wrong host: a
/// token is joined to a URL only where their names, their place or their order leave no doubt.
public final class ConnectionText {
  /// Longer texts are refused, in UTF-16 characters.
  public static final int MAX_LENGTH = 256 * 1024;

  private ConnectionText() {}

  /// Reads a text in linear time. Never throws, and no problem or remark contains a secret.
  public static Reading read(String text) {
    Reading plain = PlainUrl.read(text);
    return plain == null ? readAnything(text) : plain;
  }

  /// Reads a text that may be anything.
  static Reading readAnything(String text) {
    if (text.length() > MAX_LENGTH) {
      return new Reading(List.of(), List.of(PasteProblems.TOO_LONG));
    }
    String clean = PastedText.clean(text);
    Reading active = readClean(PastedText.withoutComments(clean));
    if (!active.sameAsNothing()) {
      return active;
    }
    // Somebody may have copied a line that is commented out, and nothing else.
    Reading everything = readClean(PastedText.uncommented(clean));
    return everything.sameAsNothing() ? active : everything;
  }

  private static Reading readClean(String text) {
    Findings findings = new Findings();
    CommandLines commands = CommandLines.read(text, findings);
    List<Word> words = new ArrayList<>(Naming.complete(Scanner.scan(commands.rest())));
    words.addAll(commands.words());
    RedisWords.read(words, findings);
    RestPairs.read(words, findings);
    ConnectionReferences.read(words, findings);
    if (findings.isEmpty()) {
      LoneText.read(text, findings);
    }
    return findings.reading();
  }

  /// What a text holds.
  ///
  /// @param found each database once, in the order of first appearance
  /// @param problems what could not be used and what to do about it; never empty when `found` is
  public record Reading(List<Found> found, List<Problem> problems) {
    public Reading {
      found = List.copyOf(found);
      problems = List.copyOf(problems);
    }

    private boolean sameAsNothing() {
      return found.isEmpty() && problems.equals(List.of(PasteProblems.NOTHING_FOUND));
    }
  }

  /// One database.
  ///
  /// @param secret the password or token; empty for a Redis that asks for none
  /// @param mode [TouchMode#READ] for read-only credentials, otherwise [TouchMode#WRITE]
  /// @param source the variable it came from, such as `KV_REST_API_URL`; empty for names that say
  ///   nothing, such as `url`
  /// @param remarks sentences about what was assumed or changed
  public record Found(
      Endpoint endpoint,
      Optional<Secret> secret,
      TouchMode mode,
      Optional<String> source,
      List<String> remarks) {
    public Found {
      remarks = List.copyOf(remarks);
    }
  }

  /// A part of the text that cannot be used.
  ///
  /// @param sentence what is wrong and what to do, for people
  public record Problem(Kind kind, String sentence) {}

  /// What is wrong with a part of a text.
  public enum Kind {
    NOTHING_FOUND,
    URL_WITHOUT_TOKEN,
    TOKEN_WITHOUT_URL,
    /// Several tokens and URLs that cannot be told apart.
    AMBIGUOUS,
    /// A hosted database without its password.
    PASSWORD_MISSING,
    HOST_MISSING,
    SCHEME_MISSING,
    /// The provider's console hides the secret.
    MASKED,
    /// A variable or a template's stand-in where a value belongs.
    PLACEHOLDER,
    BAD_ADDRESS,
    BAD_PORT,
    /// A token with characters that cannot be sent.
    BAD_TOKEN,
    /// REST over `http://` to another machine.
    UNENCRYPTED_REST,
    /// A Unix socket, Sentinel, a cluster, or a database index other than 0.
    UNSUPPORTED,
    TOO_LONG
  }
}
