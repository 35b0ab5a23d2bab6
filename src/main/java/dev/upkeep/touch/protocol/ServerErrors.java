package dev.upkeep.touch.protocol;

import dev.upkeep.database.Provider;
import dev.upkeep.touch.FailureKind;
import java.util.List;
import java.util.Locale;

/// Maps a server's error text to what went wrong: the texts of Upstash, Redis and Valkey, matched
/// by prefix or part, the first row that fits. `server-errors.tsv` in the tests holds real texts.
final class ServerErrors {
  /// One row of the table.
  ///
  /// @param pattern in lower case; `^` at its start binds it to the beginning of the text
  private record Row(
      String pattern, FailureKind kind, boolean passing, String message, String advice) {
    boolean fits(String text) {
      return pattern.startsWith("^")
          ? text.startsWith(pattern.substring(1))
          : text.contains(pattern);
    }
  }

  private static final String NEW_PASSWORD =
      "Copy the connection text again; the password may have been reset, or belong to another user.";
  private static final String NEW_PASSWORD_OF_UPSTASH =
      "Copy the connection text from the console again; the password may have been reset. A"
          + " read-only token needs the user default_ro.";
  private static final String WAIT = "This passes by itself; the next touch tries again.";

  private static final List<Row> ROWS =
      List.of(
          // First, because what follows in that text is quoted from us and may look like any row.
          lasting(
              "^err unknown command",
              FailureKind.SERVER,
              "The server does not know a command that Upkeep needs",
              "It may have been renamed or turned off in the server's configuration."),
          lasting("^wrongpass", FailureKind.AUTH, "The password was rejected", NEW_PASSWORD),
          lasting(
              "^err invalid password", FailureKind.AUTH, "The password was rejected", NEW_PASSWORD),
          lasting("^unauthorized", FailureKind.AUTH, "The token was rejected", NEW_PASSWORD),
          lasting(
              "^noauth",
              FailureKind.AUTH,
              "A password is needed",
              "Copy the connection text with its password."),
          lasting(
              "^err operation not permitted",
              FailureKind.AUTH,
              "A password is needed",
              "Copy the connection text with its password from the console."),
          lasting(
              "without any password configured",
              FailureKind.AUTH,
              "This server has no password, but one was given",
              "Remove the password from the connection text."),
          lasting(
              "but no password is set",
              FailureKind.AUTH,
              "This server has no password, but one was given",
              "Remove the password from the connection text."),
          passing(
              "wrong username-password given",
              FailureKind.AUTH,
              "The password was rejected, or the database could not be reached by its provider",
              NEW_PASSWORD),
          lasting(
              "^noperm",
              FailureKind.PERMISSION,
              "This credential may not use the key",
              "Allow it to read and write the key, or choose a key that it may use."),
          lasting(
              "max requests limit exceeded",
              FailureKind.QUOTA,
              "The monthly number of commands is used up",
              "The database answers again when the month is over, or after an upgrade."),
          lasting(
              "max daily request limit exceeded",
              FailureKind.QUOTA,
              "The daily number of commands is used up",
              "The database answers again tomorrow, or after an upgrade."),
          lasting(
              "db capacity quota exceeded",
              FailureKind.FULL,
              "The database is full",
              "Delete some data, or let old keys expire."),
          lasting(
              "^oom ",
              FailureKind.FULL,
              "The server's memory is full",
              "Delete some data, or let old keys expire."),
          lasting(
              "oom command not allowed",
              FailureKind.FULL,
              "The server's memory is full",
              "Delete some data, or let old keys expire."),
          passing(
              "max concurrent connections exceeded",
              FailureKind.BUSY,
              "Too many connections are open",
              WAIT),
          passing("max number of clients", FailureKind.BUSY, "Too many connections are open", WAIT),
          passing("^loading", FailureKind.BUSY, "The server is loading its data", WAIT),
          passing("^masterdown", FailureKind.BUSY, "The replica has lost its master", WAIT),
          passing("^clusterdown", FailureKind.BUSY, "The cluster is not ready", WAIT),
          passing("^noreplicas", FailureKind.BUSY, "Too few replicas are connected", WAIT),
          passing("^tryagain", FailureKind.BUSY, "The cluster is moving data", WAIT),
          passing("^ask ", FailureKind.BUSY, "The cluster is moving data", WAIT),
          passing("^busy ", FailureKind.BUSY, "The server is busy with a script", WAIT),
          passing("no upstream host", FailureKind.BUSY, "The proxy has no server behind it", WAIT),
          passing("upstream failure", FailureKind.BUSY, "The proxy has no server behind it", WAIT),
          passing("db connection refused", FailureKind.BUSY, "The database is starting", WAIT),
          lasting(
              "^readonly",
              FailureKind.READ_ONLY,
              "This is a read-only replica",
              "Use the address of the primary, or the mode read."),
          lasting(
              "^wrongtype",
              FailureKind.FOREIGN_KEY,
              "The key holds data of another type, which was left as it is",
              "Choose another key for Upkeep."),
          lasting(
              "^denied ",
              FailureKind.SERVER,
              "The server answers only its own machine",
              "Set a password on the server, or turn its protected mode off."),
          lasting(
              "^moved ",
              FailureKind.SERVER,
              "This is one node of a cluster, and the key lives on another",
              "Use another key without braces, or the cluster's node that holds this one."),
          lasting(
              "^err protocol error",
              FailureKind.PROTOCOL,
              "The server did not understand the Redis protocol",
              "Check that host and port belong to a Redis."),
          lasting(
              "^misconf",
              FailureKind.SERVER,
              "The server refuses writes, because it cannot save its data",
              "Its owner must look at its disk and its log."));

  private ServerErrors() {}

  /// The failure behind an error reply. The text is searched as it came and shown cleaned.
  static TouchFailure classify(String serverText, Attempt attempt) {
    String text = serverText.toLowerCase(Locale.ROOT);
    String shown = attempt.shown(serverText);
    for (Row row : ROWS) {
      if (row.fits(text)) {
        String message = row.message + " (\"" + shown + "\").";
        String advice =
            row.advice.equals(NEW_PASSWORD) && isUpstash(attempt)
                ? NEW_PASSWORD_OF_UPSTASH
                : row.advice;
        return row.passing
            ? TouchFailure.passing(row.kind, message, advice)
            : TouchFailure.lasting(row.kind, message, advice);
      }
    }
    return TouchFailure.lasting(
        FailureKind.SERVER,
        "The server answered with an error (\"" + shown + "\").",
        "Look the text up in the provider's documentation.");
  }

  /// Whether the text has a row: what it says is known, and asking in other words will not help.
  static boolean isKnown(String serverText) {
    String text = serverText.toLowerCase(Locale.ROOT);
    return ROWS.stream().anyMatch(row -> row.fits(text));
  }

  /// The failure behind an error reply to AUTH. Servers have many words for a password that they do
  /// not take, so that any that are not known mean that.
  static TouchFailure classifyAuthentication(String serverText, Attempt attempt) {
    String shown = attempt.shown(serverText);
    if (serverText.toLowerCase(Locale.ROOT).startsWith("err unknown command")) {
      return TouchFailure.lasting(
          FailureKind.AUTH,
          "This server knows no passwords, but one was given (\"" + shown + "\").",
          "Remove the password from the connection text, or check that host and port are right.");
    }
    if (serverText.toLowerCase(Locale.ROOT).startsWith("err wrong number of arguments")) {
      return TouchFailure.lasting(
          FailureKind.AUTH,
          "This server knows no users, but one was given (\"" + shown + "\").",
          "Remove the user from the connection text, and leave the password.");
    }
    if (isKnown(serverText)) {
      return classify(serverText, attempt);
    }
    return TouchFailure.lasting(
        FailureKind.AUTH, "The password was rejected (\"" + shown + "\").", NEW_PASSWORD);
  }

  private static boolean isUpstash(Attempt attempt) {
    Provider provider = Provider.of(attempt.database().endpoint().host());
    return provider == Provider.UPSTASH || provider == Provider.VERCEL;
  }

  /// Whether a server says that there is no password to be given.
  static boolean hasNoPassword(String serverText) {
    String text = serverText.toLowerCase(Locale.ROOT);
    return text.contains("without any password configured")
        || text.contains("but no password is set");
  }

  /// Whether a server older than Redis 6 says that AUTH takes a password alone.
  static boolean knowsNoUsers(String serverText) {
    String text = serverText.toLowerCase(Locale.ROOT);
    return text.contains("wrong number of arguments for 'auth'")
        || text.contains("wrong number of arguments for auth");
  }

  private static Row lasting(String pattern, FailureKind kind, String message, String advice) {
    return new Row(pattern, kind, false, message, advice);
  }

  private static Row passing(String pattern, FailureKind kind, String message, String advice) {
    return new Row(pattern, kind, true, message, advice);
  }
}
