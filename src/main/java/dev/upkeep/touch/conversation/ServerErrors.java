package dev.upkeep.touch.conversation;

import dev.upkeep.database.Provider;
import dev.upkeep.language.Phrase;
import dev.upkeep.language.Sentence;
import dev.upkeep.language.ServerPhrase;
import dev.upkeep.language.TouchPhrase;
import dev.upkeep.touch.FailureKind;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Maps a server's error text to what went wrong: the texts of Upstash, Redis and Valkey, matched
/// by prefix or part, the first row that fits. `server-errors.tsv` in the tests holds real texts.
public final class ServerErrors {
  /// One row of the table.
  ///
  /// @param pattern in lower case; `^` at its start binds it to the beginning of the text
  private record Row(
      String pattern, FailureKind kind, boolean passing, ServerPhrase message, Phrase advice) {
    boolean fits(String text) {
      return pattern.startsWith("^")
          ? text.startsWith(pattern.substring(1))
          : text.contains(pattern);
    }
  }

  private static final Pattern NO_PASSWORD =
      Pattern.compile(
          "without any password configured|no password (is|has been|was) (set|configured)",
          Pattern.CASE_INSENSITIVE);

  private static final List<Row> ROWS =
      List.of(
          // First, because what follows in that text is quoted from us and may look like any row.
          lasting(
              "^err unknown command",
              FailureKind.SERVER,
              ServerPhrase.UNKNOWN_COMMAND,
              ServerPhrase.UNKNOWN_COMMAND_ADVICE),
          lasting(
              "^wrongpass",
              FailureKind.AUTH,
              ServerPhrase.PASSWORD_REJECTED,
              ServerPhrase.NEW_PASSWORD_ADVICE),
          lasting(
              "^err invalid password",
              FailureKind.AUTH,
              ServerPhrase.PASSWORD_REJECTED,
              ServerPhrase.NEW_PASSWORD_ADVICE),
          lasting(
              "^unauthorized",
              FailureKind.AUTH,
              ServerPhrase.TOKEN_REJECTED,
              ServerPhrase.NEW_PASSWORD_ADVICE),
          lasting(
              "^noauth",
              FailureKind.AUTH,
              ServerPhrase.PASSWORD_NEEDED,
              ServerPhrase.PASSWORD_NEEDED_ADVICE),
          lasting(
              "^err operation not permitted",
              FailureKind.AUTH,
              ServerPhrase.PASSWORD_NEEDED,
              ServerPhrase.CONSOLE_PASSWORD_ADVICE),
          lasting(
              "without any password configured",
              FailureKind.AUTH,
              ServerPhrase.NO_PASSWORD_THERE,
              ServerPhrase.NO_PASSWORD_THERE_ADVICE),
          lasting(
              "but no password is set",
              FailureKind.AUTH,
              ServerPhrase.NO_PASSWORD_THERE,
              ServerPhrase.NO_PASSWORD_THERE_ADVICE),
          lasting(
              "no password has been set",
              FailureKind.AUTH,
              ServerPhrase.NO_PASSWORD_THERE,
              ServerPhrase.NO_PASSWORD_THERE_ADVICE),
          passing(
              "wrong username-password given",
              FailureKind.AUTH,
              ServerPhrase.REJECTED_OR_UNREACHED,
              ServerPhrase.NEW_PASSWORD_ADVICE),
          lasting(
              "^noperm",
              FailureKind.PERMISSION,
              ServerPhrase.NO_PERMISSION,
              ServerPhrase.NO_PERMISSION_ADVICE),
          lasting(
              "max requests limit exceeded",
              FailureKind.QUOTA,
              ServerPhrase.MONTH_USED_UP,
              ServerPhrase.MONTH_USED_UP_ADVICE),
          lasting(
              "max daily request limit exceeded",
              FailureKind.QUOTA,
              ServerPhrase.DAY_USED_UP,
              ServerPhrase.DAY_USED_UP_ADVICE),
          lasting(
              "db capacity quota exceeded",
              FailureKind.FULL,
              ServerPhrase.FULL,
              ServerPhrase.FULL_ADVICE),
          lasting("^oom ", FailureKind.FULL, ServerPhrase.MEMORY_FULL, ServerPhrase.FULL_ADVICE),
          lasting(
              "oom command not allowed",
              FailureKind.FULL,
              ServerPhrase.MEMORY_FULL,
              ServerPhrase.FULL_ADVICE),
          passing(
              "max concurrent connections exceeded",
              FailureKind.BUSY,
              ServerPhrase.TOO_MANY_CONNECTIONS,
              ServerPhrase.WAIT_ADVICE),
          passing(
              "max number of clients",
              FailureKind.BUSY,
              ServerPhrase.TOO_MANY_CONNECTIONS,
              ServerPhrase.WAIT_ADVICE),
          passing("^loading", FailureKind.BUSY, ServerPhrase.LOADING, ServerPhrase.WAIT_ADVICE),
          passing(
              "^masterdown", FailureKind.BUSY, ServerPhrase.MASTER_LOST, ServerPhrase.WAIT_ADVICE),
          passing(
              "^clusterdown",
              FailureKind.BUSY,
              ServerPhrase.CLUSTER_NOT_READY,
              ServerPhrase.WAIT_ADVICE),
          passing(
              "^noreplicas",
              FailureKind.BUSY,
              ServerPhrase.TOO_FEW_REPLICAS,
              ServerPhrase.WAIT_ADVICE),
          passing(
              "^tryagain", FailureKind.BUSY, ServerPhrase.CLUSTER_MOVING, ServerPhrase.WAIT_ADVICE),
          passing("^ask ", FailureKind.BUSY, ServerPhrase.CLUSTER_MOVING, ServerPhrase.WAIT_ADVICE),
          passing("^busy ", FailureKind.BUSY, ServerPhrase.BUSY_SCRIPT, ServerPhrase.WAIT_ADVICE),
          passing(
              "no upstream host",
              FailureKind.BUSY,
              ServerPhrase.PROXY_EMPTY,
              ServerPhrase.WAIT_ADVICE),
          passing(
              "upstream failure",
              FailureKind.BUSY,
              ServerPhrase.PROXY_EMPTY,
              ServerPhrase.WAIT_ADVICE),
          passing(
              "db connection refused",
              FailureKind.BUSY,
              ServerPhrase.STARTING,
              ServerPhrase.WAIT_ADVICE),
          lasting(
              "^readonly",
              FailureKind.READ_ONLY,
              ServerPhrase.REPLICA,
              ServerPhrase.REPLICA_ADVICE),
          lasting(
              "^wrongtype",
              FailureKind.FOREIGN_KEY,
              ServerPhrase.OTHER_TYPE,
              TouchPhrase.OTHER_KEY_ADVICE),
          lasting(
              "^denied ",
              FailureKind.SERVER,
              ServerPhrase.LOCAL_ONLY,
              ServerPhrase.LOCAL_ONLY_ADVICE),
          lasting(
              "^moved ",
              FailureKind.SERVER,
              ServerPhrase.OTHER_NODE,
              ServerPhrase.OTHER_NODE_ADVICE),
          lasting(
              "^err protocol error",
              FailureKind.PROTOCOL,
              ServerPhrase.NOT_UNDERSTOOD,
              TouchPhrase.REDIS_ADVICE),
          lasting(
              "^misconf",
              FailureKind.SERVER,
              ServerPhrase.CANNOT_SAVE,
              ServerPhrase.CANNOT_SAVE_ADVICE));

  private ServerErrors() {}

  /// The failure behind an error reply. The text is searched as it came and shown cleaned.
  public static TouchFailure classify(String serverText, Attempt attempt) {
    String text = serverText.toLowerCase(Locale.ROOT);
    String shown = attempt.shown(serverText);
    for (Row row : ROWS) {
      if (row.fits(text)) {
        Sentence message = said(row.message, shown);
        Sentence advice =
            (row.advice.equals(ServerPhrase.NEW_PASSWORD_ADVICE) && isUpstash(attempt)
                    ? ServerPhrase.NEW_UPSTASH_PASSWORD_ADVICE
                    : row.advice)
                .with();
        return row.passing
            ? TouchFailure.passing(row.kind, message, advice)
            : TouchFailure.lasting(row.kind, message, advice);
      }
    }
    return TouchFailure.lasting(
        FailureKind.SERVER, said(ServerPhrase.ERROR, shown), ServerPhrase.ERROR_ADVICE.with());
  }

  /// Whether the text has a row: what it says is known, and asking in other words will not help.
  static boolean isKnown(String serverText) {
    String text = serverText.toLowerCase(Locale.ROOT);
    return ROWS.stream().anyMatch(row -> row.fits(text));
  }

  /// The failure behind an error reply to AUTH. Servers have many words for a password that they do
  /// not take, so that any that are not known mean that.
  public static TouchFailure classifyAuthentication(String serverText, Attempt attempt) {
    String shown = attempt.shown(serverText);
    if (serverText.toLowerCase(Locale.ROOT).startsWith("err unknown command")) {
      return TouchFailure.lasting(
          FailureKind.AUTH,
          said(ServerPhrase.KNOWS_NO_PASSWORDS, shown),
          ServerPhrase.KNOWS_NO_PASSWORDS_ADVICE.with());
    }
    if (serverText.toLowerCase(Locale.ROOT).startsWith("err wrong number of arguments")) {
      return TouchFailure.lasting(
          FailureKind.AUTH,
          said(ServerPhrase.KNOWS_NO_USERS, shown),
          ServerPhrase.KNOWS_NO_USERS_ADVICE.with());
    }
    if (isKnown(serverText)) {
      return classify(serverText, attempt);
    }
    return TouchFailure.lasting(
        FailureKind.AUTH,
        said(ServerPhrase.PASSWORD_REJECTED, shown),
        ServerPhrase.NEW_PASSWORD_ADVICE.with());
  }

  /// What it means, and the server's own words.
  private static Sentence said(ServerPhrase meaning, String shown) {
    return ServerPhrase.SAID.with(meaning.with(), shown);
  }

  private static boolean isUpstash(Attempt attempt) {
    Provider provider = Provider.of(attempt.database().endpoint().host());
    return provider == Provider.UPSTASH || provider == Provider.VERCEL;
  }

  /// Whether a server says that there is no password to be given.
  public static boolean hasNoPassword(String serverText) {
    return NO_PASSWORD.matcher(serverText).find();
  }

  /// Whether a server older than Redis 6 says that AUTH takes a password alone.
  public static boolean knowsNoUsers(String serverText) {
    String text = serverText.toLowerCase(Locale.ROOT);
    return text.contains("wrong number of arguments for 'auth'")
        || text.contains("wrong number of arguments for auth");
  }

  private static Row lasting(
      String pattern, FailureKind kind, ServerPhrase message, Phrase advice) {
    return new Row(pattern, kind, false, message, advice);
  }

  private static Row passing(
      String pattern, FailureKind kind, ServerPhrase message, Phrase advice) {
    return new Row(pattern, kind, true, message, advice);
  }
}
