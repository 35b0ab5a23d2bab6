package dev.upkeep.database.paste;

import dev.upkeep.database.paste.ConnectionText.Kind;
import dev.upkeep.database.paste.ConnectionText.Problem;

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
          "This copy is masked. Press the reveal button in the console, then copy again.");
  static final Problem PLACEHOLDER =
      new Problem(
          Kind.PLACEHOLDER,
          "This has a placeholder or a variable where a value belongs. Copy the value itself.");
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
          "Upkeep uses database index 0 only. Remove the number after the port, or set it to 0.");
  static final Problem UNIX_SOCKET =
      new Problem(
          Kind.UNSUPPORTED,
          "Upkeep connects over TCP, not through a Unix socket. Give a host and a port.");
  static final Problem SENTINEL =
      new Problem(
          Kind.UNSUPPORTED,
          "Upkeep does not ask a Sentinel for the address. Give the host and port of the server.");
  static final Problem CLUSTER =
      new Problem(
          Kind.UNSUPPORTED,
          "Upkeep does not follow a cluster of several hosts. Give the host and port of one server.");

  private PasteProblems() {}

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
