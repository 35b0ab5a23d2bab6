package dev.upkeep.database.paste;

import dev.upkeep.database.DatabaseName;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Secret;
import dev.upkeep.database.TouchMode;
import dev.upkeep.database.token.PastedText;
import dev.upkeep.database.token.Scanner;
import dev.upkeep.database.token.Spelling;
import dev.upkeep.database.token.VariableName;
import dev.upkeep.database.token.Word;
import dev.upkeep.language.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Finds the databases in whatever a person pastes: a URL, a `.env` file, a `redis-cli` or `curl`
/// command, JSON, YAML, or a snippet of code.
///
/// The text is scanned for names and values rather than parsed as one of these formats, so that
/// fragments and mixtures work. Nothing is guessed that would send a secret to the wrong host: a
/// token is joined to a URL only where their names, their place or their order leave no doubt.
public final class ConnectionText {
  /// Longer texts are refused, in UTF-16 characters.
  public static final int MAX_LENGTH = 256 * 1024;

  private static final int LONGEST_NAME = 80;

  private ConnectionText() {}

  /// Reads a text in linear time. Never throws, and no problem or remark contains a secret.
  public static Reading read(String text) {
    return read(text, Wishes.NONE);
  }

  /// Reads a text of which a person has said more than it says itself.
  public static Reading read(String text, Wishes wishes) {
    if (text.length() > MAX_LENGTH) {
      return new Reading(List.of(), List.of(PasteProblems.TOO_LONG));
    }
    Reading simple = wishes.isNone() ? SimpleUrl.read(text) : null;
    return simple != null ? simple : readGenerally(text, wishes);
  }

  /// The same as [#read], whatever the form.
  static Reading readGenerally(String text, Wishes wishes) {
    String clean = Spelling.common(PastedText.clean(text));
    Reading active = readClean(PastedText.withoutComments(clean), wishes);
    if (!active.sameAsNothing()) {
      return active;
    }
    // Somebody may have copied a line that is commented out, and nothing else.
    Reading everything = readClean(PastedText.uncommented(clean), wishes);
    return everything.sameAsNothing() ? active : everything;
  }

  private static Reading readClean(String text, Wishes wishes) {
    Findings findings = new Findings(wishes);
    CommandLines commands = CommandLines.read(text, findings);
    OptionLines lists = OptionLines.read(commands.rest());
    List<Word> words =
        new ArrayList<>(
            Naming.complete(Encoded.decode(Scanner.scan(lists.rest()), findings), findings));
    words.addAll(lists.words());
    words.addAll(commands.words());
    words.sort((one, other) -> Integer.compare(one.position(), other.position()));
    Ledger.read(text, lists.rest(), words, findings);
    RestPairs.read(words, findings);
    ConnectionReferences.read(words, findings);
    if (findings.isEmpty()) {
      LoneText.read(text, findings);
    }
    return findings.reading();
  }

  /// What a person says about a text.
  ///
  /// @param tls whether the connection is encrypted, where the text leaves it open
  /// @param asIs that what looks like a placeholder is real
  public record Wishes(Optional<Boolean> tls, boolean asIs) {
    public static final Wishes NONE = new Wishes(Optional.empty(), false);

    boolean isNone() {
      return !asIs && tls.isEmpty();
    }
  }

  /// Whether the text says if the connection is encrypted.
  public enum Tls {
    /// It does, or the provider does.
    SAID,
    /// It says nothing. Its form would connect without; to a public host nobody should, unasked.
    SILENT,
    /// It speaks of TLS in words that cannot be understood, or that contradict each other. The
    /// endpoint asks for TLS, and only a person can say otherwise.
    OPEN
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
  /// @param tls whether that the connection is encrypted, or is not, was said
  /// @param name what the text calls the database; empty if it has no name for it
  public record Found(
      Endpoint endpoint,
      Optional<Secret> secret,
      TouchMode mode,
      Optional<String> source,
      List<Sentence> remarks,
      Tls tls,
      Optional<String> name) {
    public Found {
      remarks = List.copyOf(remarks);
    }

    /// One of which nothing is left open.
    public Found(
        Endpoint endpoint,
        Optional<Secret> secret,
        TouchMode mode,
        Optional<String> source,
        List<Sentence> remarks) {
      this(endpoint, secret, mode, source, remarks, Tls.SAID, Optional.empty());
    }

    /// The same place, with or without encryption as somebody has decided.
    public Found withTls(boolean encrypted) {
      Endpoint decided =
          endpoint instanceof Endpoint.Redis redis
              ? new Endpoint.Redis(redis.host(), redis.port(), redis.user(), encrypted)
              : endpoint;
      return new Found(decided, secret, mode, source, remarks, Tls.SAID, name);
    }

    public Found withoutSecret() {
      return new Found(endpoint, Optional.empty(), mode, source, remarks, tls, name);
    }

    /// Whether the secret would go unencrypted to another network, and nobody has said that it may.
    public boolean asksForTls() {
      return tls == Tls.OPEN
          || (tls == Tls.SILENT && secret.isPresent() && !PrivateHosts.isPrivate(endpoint.host()));
    }

    /// A name for it: what the text calls it, or the part of its variable's name that says more
    /// than Redis, or its host; unlike any other.
    ///
    /// @param taken names that others have, each as [DatabaseName#folded]
    public String suggestedName(Set<String> taken) {
      return suggestedName("", taken);
    }

    /// The same for one of a project, whose name stands for the host and before a variable's.
    public String suggestedName(String project, Set<String> taken) {
      if (name.filter(text -> text.length() <= LONGEST_NAME).isPresent()
          && DatabaseName.problem(name.get()).isEmpty()) {
        return DatabaseName.free(name.get(), taken);
      }
      String prefix =
          source
              .filter(text -> text.equals(text.toUpperCase(Locale.ROOT)))
              .map(text -> VariableName.of(text).prefix())
              .orElse("");
      String variable = prefix.toLowerCase(Locale.ROOT).replace('_', '-');
      if (!project.isEmpty() && DatabaseName.problem(project).isEmpty()) {
        String whole =
            variable.isEmpty() || variable.equals(project) ? project : project + "-" + variable;
        if (whole.length() <= LONGEST_NAME) {
          return DatabaseName.free(whole, taken);
        }
      }
      if (!prefix.isEmpty()) {
        return DatabaseName.free(variable, taken);
      }
      String host = DatabaseName.suggested(endpoint, Set.of());
      boolean free = !taken.contains(DatabaseName.folded(host));
      // The usual port tells nothing apart.
      boolean telling =
          endpoint instanceof Endpoint.Redis && endpoint.port() != Endpoint.Redis.DEFAULT_PORT;
      return DatabaseName.free(free || !telling ? host : host + "-" + endpoint.port(), taken);
    }

    Found withRemark(Sentence remark) {
      if (remarks.contains(remark)) {
        return this;
      }
      List<Sentence> more = new ArrayList<>(remarks);
      more.add(remark);
      return new Found(endpoint, secret, mode, source, more, tls, name);
    }
  }

  /// A part of the text that cannot be used.
  ///
  /// @param sentence what is wrong and what to do, for people
  public record Problem(Kind kind, Sentence sentence) {}

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
    /// Something that speaks of a connection and fits nowhere, or is said twice.
    UNPLACED,
    /// Quotes, escapes or blanks that can be taken in more than one way.
    UNCLEAR,
    /// Something speaks of TLS, and what it says cannot be understood.
    TLS_OPEN,
    TOO_LONG
  }
}
