package dev.upkeep.secret;

import dev.upkeep.database.Secret;
import dev.upkeep.file.BoundedFile;
import dev.upkeep.language.KeychainPhrase;
import dev.upkeep.language.Sentence;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Follows references to secrets that somebody else keeps. Reads anew each time, because such files
/// are replaced behind our back.
public final class References {
  /// The largest file that is read, in bytes.
  public static final int MAX_FILE_BYTES = 64 * 1024;

  private static final Duration PATIENCE = SecretStores.DEFAULT_TIMEOUT;

  private static final String PASSPHRASE = "UPKEEP_PASSPHRASE";
  private static final String PASSPHRASE_FILE = "UPKEEP_PASSPHRASE_FILE";

  private final Map<String, String> environment;

  /// Follows references in an environment.
  ///
  /// @param environment of the process, as in [System#getenv()]
  public References(Map<String, String> environment) {
    this.environment = environment;
  }

  /// What a reference leads to. Never [Lookup.NotFound]: where nothing is, something is wrong, and
  /// [Lookup.Unavailable] says what.
  public Lookup read(SecretReference reference) {
    return switch (reference) {
      case SecretReference.Env(String name) when isOurs(name) ->
          unavailable(Trouble.UNFIT, KeychainPhrase.OUR_VARIABLE.with(name));
      case SecretReference.Env(String name) ->
          oneLine(secretVariable(name), KeychainPhrase.VARIABLE.with(name));
      case SecretReference.File(Path path) when isOfTheSystem(path) ->
          unavailable(Trouble.UNFIT, KeychainPhrase.SYSTEM_FILE.with(path));
      case SecretReference.File(Path path) ->
          oneLine(file(path), Sentence.verbatim(path.toString()));
    };
  }

  /// Where what looks like files is the system's knowledge, also of other processes.
  private static boolean isOfTheSystem(Path path) {
    Path real;
    try {
      real = path.toRealPath();
    } catch (IOException | SecurityException notThere) {
      real = path.normalize();
    }
    return Stream.of("/proc", "/sys", "/dev").anyMatch(real::startsWith);
  }

  /// A secret is one line. What has more is another kind of file, which is nobody's to be shown.
  private static Lookup oneLine(Lookup lookup, Sentence where) {
    return lookup instanceof Lookup.Found(Secret secret)
            && secret.reveal().codePoints().anyMatch(Character::isISOControl)
        ? unavailable(Trouble.UNFIT, KeychainPhrase.SEVERAL_LINES.with(where))
        : lookup;
  }

  /// The passphrase of the passphrase file, from the file that `UPKEEP_PASSPHRASE_FILE` names, else
  /// from `UPKEEP_PASSPHRASE`. [Lookup.NotFound] when neither is set; one that is set and cannot be
  /// used is [Lookup.Unavailable] and never falls through.
  public Lookup passphrase() {
    String file = environment.getOrDefault(PASSPHRASE_FILE, "");
    if (!file.isBlank()) {
      return ofPassphraseFile(file.strip());
    }
    return environment.getOrDefault(PASSPHRASE, "").isEmpty()
        ? new Lookup.NotFound()
        : variable(PASSPHRASE);
  }

  private static Lookup ofPassphraseFile(String name) {
    try {
      Lookup lookup = file(Path.of(name));
      return lookup instanceof Lookup.Unavailable(Trouble trouble, Sentence sentence)
          ? unavailable(trouble, KeychainPhrase.CANNOT_BE_USED.with(PASSPHRASE_FILE, sentence))
          : lookup;
    } catch (InvalidPathException e) {
      return unavailable(Trouble.UNFIT, KeychainPhrase.NAMES_NO_FILE.with(PASSPHRASE_FILE));
    }
  }

  /// Ours, which open everything or belong to somebody else than a database.
  private static boolean isOurs(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return (upper.startsWith("UPKEEP_") || upper.startsWith("UPSTASH_"))
        && !upper.startsWith("UPKEEP_SECRET_");
  }

  private Lookup variable(String name) {
    return variable(name, environment.get(name));
  }

  private static Lookup variable(String name, @Nullable String value) {
    if (value == null) {
      return unavailable(Trouble.ABSENT, KeychainPhrase.NOT_SET.with(name));
    }
    return value.isEmpty()
        ? unavailable(Trouble.UNFIT, KeychainPhrase.VARIABLE_EMPTY.with(name))
        : new Lookup.Found(Secret.of(value));
  }

  /// A database's secret, which may have been read from a file on its way here. The passphrase is
  /// taken as it is: files were closed with it.
  private Lookup secretVariable(String name) {
    String value = environment.get(name);
    Lookup lookup = variable(name, value == null ? null : withoutNewline(value));
    return lookup instanceof Lookup.Found(Secret secret) && quoted(secret.reveal())
        ? unavailable(Trouble.UNFIT, KeychainPhrase.QUOTED.with(name))
        : lookup;
  }

  /// As a shell and systemd want it, and would have taken it off.
  private static boolean quoted(String text) {
    return text.length() > 1
        && (text.charAt(0) == '\'' || text.charAt(0) == '"')
        && text.charAt(0) == text.charAt(text.length() - 1);
  }

  private static Lookup file(Path path) {
    try {
      byte[] bytes = BoundedFile.read(path, MAX_FILE_BYTES, PATIENCE);
      String text = withoutNewline(SecretBytes.text(bytes));
      return text.isEmpty()
          ? unavailable(Trouble.UNFIT, KeychainPhrase.FILE_EMPTY.with(path))
          : new Lookup.Found(Secret.of(text));
    } catch (CharacterCodingException e) {
      return unavailable(Trouble.UNFIT, KeychainPhrase.NOT_UTF8.with(path));
    } catch (NoSuchFileException e) {
      return unavailable(Trouble.ABSENT, KeychainPhrase.NO_FILE.with(path));
    } catch (AccessDeniedException e) {
      return unavailable(Trouble.DENIED, KeychainPhrase.MAY_NOT_READ.with(path));
    } catch (BoundedFile.UnfitFileException e) {
      return unavailable(Trouble.UNFIT, KeychainPhrase.UNFIT.with(path, e.told()));
    } catch (IOException e) {
      return unavailable(Trouble.FAILED, KeychainPhrase.NOT_READ.with(path));
    }
  }

  private static String withoutNewline(String text) {
    if (text.endsWith("\r\n")) {
      return text.substring(0, text.length() - 2);
    }
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  private static Lookup unavailable(Trouble trouble, Sentence sentence) {
    return new Lookup.Unavailable(trouble, sentence);
  }
}
