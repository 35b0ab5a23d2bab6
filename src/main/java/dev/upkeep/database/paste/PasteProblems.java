package dev.upkeep.database.paste;

import dev.upkeep.database.paste.ConnectionText.Kind;
import dev.upkeep.database.paste.ConnectionText.Problem;
import dev.upkeep.database.token.Role;

/// The words for everything that can be wrong with a pasted text. A sentence may name a host or a
/// port, never a user, a password, or a part of the text that could be one.
final class PasteProblems {
  static final Problem TOO_LONG =
      new Problem(
          Kind.TOO_LONG,
          "This text is longer than 256 KiB. Copy only the part with the connection.");
  static final Problem NOTHING_FOUND =
      new Problem(
          Kind.NOTHING_FOUND,
          "No Redis address is in this text. Copy a rediss:// URL, or a REST URL with its token.");
  static final Problem URL_WITHOUT_TOKEN =
      new Problem(
          Kind.URL_WITHOUT_TOKEN,
          "This has a REST URL but no token. Copy UPSTASH_REDIS_REST_TOKEN too.");
  static final Problem SCHEME_MISSING =
      new Problem(
          Kind.SCHEME_MISSING,
          "This address does not start with rediss:// or redis://. Copy the whole URL.");
  static final Problem TOKEN_WITHOUT_URL =
      new Problem(
          Kind.TOKEN_WITHOUT_URL,
          "This has a REST token but no URL. Copy UPSTASH_REDIS_REST_URL too.");
  static final Problem MASKED =
      new Problem(
          Kind.MASKED,
          "This copy is masked. Press the reveal button where you copied it, then copy again.");
  static final Problem PLACEHOLDER =
      new Problem(
          Kind.PLACEHOLDER,
          "This has a placeholder or a variable where a value belongs. Copy the value itself, or say"
              + " that it is real (--as-is).");
  static final Problem AMBIGUOUS =
      new Problem(
          Kind.AMBIGUOUS,
          "It is not clear which token belongs to which REST URL. Paste one database at a time.");
  static final Problem BAD_HOST =
      new Problem(
          Kind.BAD_ADDRESS,
          "The host name in this address is not valid. Copy the whole address again.");
  static final Problem BAD_USER =
      new Problem(
          Kind.BAD_ADDRESS,
          "The user name in this address is not valid. Copy the whole address again.");
  static final Problem USER_IN_REST_URL =
      new Problem(
          Kind.BAD_ADDRESS,
          "A REST URL has no user or password in it. Copy the URL and the token separately.");
  static final Problem BAD_PORT =
      new Problem(
          Kind.BAD_PORT, "The port in this address is not a number from 1 to 65535. Correct it.");
  static final Problem BAD_TOKEN =
      new Problem(
          Kind.BAD_TOKEN, "This token has characters that no token has. Copy the token again.");
  static final Problem HOST_MISSING =
      new Problem(
          Kind.HOST_MISSING,
          "This has no host name. Copy the endpoint, or the whole rediss:// URL.");
  static final Problem OTHER_INDEX =
      new Problem(
          Kind.UNSUPPORTED,
          "This names another database than number 0, and Upkeep uses no other. Remove the number, or"
              + " set it to 0. (Upstash has only 0.)");
  static final Problem UNIX_SOCKET =
      new Problem(
          Kind.UNSUPPORTED,
          "Upkeep connects over TCP, not through a Unix socket. Give a host and a port.");
  static final Problem SENTINEL =
      new Problem(
          Kind.UNSUPPORTED,
          "This names a Sentinel. Give its address alone with --sentinel NAME, or the host and port of"
              + " the server itself.");
  static final Problem CLUSTER =
      new Problem(
          Kind.UNSUPPORTED,
          "Upkeep does not follow a cluster of several hosts. Give the host and port of one server.");

  static final Problem SPACE_IN_URL =
      new Problem(
          Kind.UNCLEAR,
          "There is a space inside this address. If it belongs to the password, write it as %20.");
  static final Problem BASE64 =
      new Problem(
          Kind.UNCLEAR,
          "These values may be base64, as in a Kubernetes Secret. Decode them first, or copy the"
              + " lines with apiVersion and kind too.");
  static final Problem ELSEWHERE =
      new Problem(
          Kind.PLACEHOLDER,
          "This says where the password is kept (a file or another secret), not what it is. Copy"
              + " the value itself.");

  static final Problem NAMELESS =
      new Problem(
          Kind.UNPLACED,
          "One of these values has lost its name, so nothing of it was taken. Copy the lines again.");

  private PasteProblems() {}

  static Problem unknownScheme(String scheme) {
    return new Problem(
        Kind.UNSUPPORTED,
        "Upkeep does not know addresses that begin with "
            + scheme
            + "://. Give one with redis:// or rediss://.");
  }

  /// Something in the text speaks of the connection, and there is no place for it.
  static Problem unplaced(Role role, String name) {
    return new Problem(
        Kind.UNPLACED,
        "This has "
            + role.words()
            + named(name)
            + " that could not be placed, so nothing of it was taken. Remove it, or give the whole"
            + " as one URL.");
  }

  static Problem unclear(Role role, String name) {
    return new Problem(
        Kind.UNCLEAR,
        "It is not clear where "
            + role.words().replaceFirst("^an? ", "the ")
            + named(name)
            + " ends or what its quotes and backslashes mean. Put it in double quotes, or give the"
            + " whole as one URL.");
  }

  static Problem twice(Role role) {
    return new Problem(
        Kind.UNPLACED,
        "This says "
            + role.words().replaceFirst("^an? ", "the ")
            + " twice, and differently. Leave one of them out.");
  }

  static Problem unreadable(Role role, String name) {
    return new Problem(
        Kind.UNPLACED, "This has " + role.words() + named(name) + " that cannot be understood.");
  }

  static Problem tlsOpen(String host) {
    return new Problem(
        Kind.TLS_OPEN,
        "The text does not say clearly whether "
            + host
            + " is spoken to with TLS. Say --tls yes or --tls no.");
  }

  static Problem tlsRefused(String host) {
    return new Problem(
        Kind.TLS_OPEN,
        "The text asks for TLS to " + host + ", so --tls no cannot be followed. Correct the text.");
  }

  /// Only what looks like a name is shown, never a value.
  private static String named(String name) {
    return name.matches("[A-Za-z][A-Za-z_.-]{1,40}") ? " (" + name + ")" : "";
  }

  static Problem passwordMissing(String host) {
    return new Problem(
        Kind.PASSWORD_MISSING,
        "The address of "
            + host
            + " has no password. Copy the whole rediss:// URL, with its password.");
  }

  static Problem unencryptedRest(String host) {
    return new Problem(
        Kind.UNENCRYPTED_REST,
        "http:// would send the token to " + host + " unencrypted. Use https:// instead.");
  }
}
