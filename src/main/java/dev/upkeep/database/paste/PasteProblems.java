package dev.upkeep.database.paste;

import dev.upkeep.database.paste.ConnectionText.Kind;
import dev.upkeep.database.paste.ConnectionText.Problem;
import dev.upkeep.database.token.Role;
import dev.upkeep.language.PastePhrase;

/// Everything that can be wrong with a pasted text. A sentence may name a host or a port, never a
/// user, a password, or a part of the text that could be one.
final class PasteProblems {
  static final Problem TOO_LONG = new Problem(Kind.TOO_LONG, PastePhrase.TOO_LONG.with());
  static final Problem NOTHING_FOUND =
      new Problem(Kind.NOTHING_FOUND, PastePhrase.NOTHING_FOUND.with());
  static final Problem URL_WITHOUT_TOKEN =
      new Problem(Kind.URL_WITHOUT_TOKEN, PastePhrase.URL_WITHOUT_TOKEN.with());
  static final Problem SCHEME_MISSING =
      new Problem(Kind.SCHEME_MISSING, PastePhrase.SCHEME_MISSING.with());
  static final Problem TOKEN_WITHOUT_URL =
      new Problem(Kind.TOKEN_WITHOUT_URL, PastePhrase.TOKEN_WITHOUT_URL.with());
  static final Problem MASKED = new Problem(Kind.MASKED, PastePhrase.MASKED.with());
  static final Problem PLACEHOLDER = new Problem(Kind.PLACEHOLDER, PastePhrase.PLACEHOLDER.with());
  static final Problem AMBIGUOUS = new Problem(Kind.AMBIGUOUS, PastePhrase.AMBIGUOUS.with());
  static final Problem BAD_HOST = new Problem(Kind.BAD_ADDRESS, PastePhrase.BAD_HOST.with());
  static final Problem BAD_USER = new Problem(Kind.BAD_ADDRESS, PastePhrase.BAD_USER.with());
  static final Problem USER_IN_REST_URL =
      new Problem(Kind.BAD_ADDRESS, PastePhrase.USER_IN_REST_URL.with());
  static final Problem BAD_PORT = new Problem(Kind.BAD_PORT, PastePhrase.BAD_PORT.with());
  static final Problem BAD_TOKEN = new Problem(Kind.BAD_TOKEN, PastePhrase.BAD_TOKEN.with());
  static final Problem HOST_MISSING =
      new Problem(Kind.HOST_MISSING, PastePhrase.HOST_MISSING.with());
  static final Problem OTHER_INDEX = new Problem(Kind.UNSUPPORTED, PastePhrase.OTHER_INDEX.with());
  static final Problem UNIX_SOCKET = new Problem(Kind.UNSUPPORTED, PastePhrase.UNIX_SOCKET.with());
  static final Problem SENTINEL = new Problem(Kind.UNSUPPORTED, PastePhrase.SENTINEL.with());
  static final Problem CLUSTER = new Problem(Kind.UNSUPPORTED, PastePhrase.CLUSTER.with());

  static final Problem SPACE_IN_URL = new Problem(Kind.UNCLEAR, PastePhrase.SPACE_IN_URL.with());
  static final Problem BASE64 = new Problem(Kind.UNCLEAR, PastePhrase.BASE64.with());
  static final Problem ELSEWHERE = new Problem(Kind.PLACEHOLDER, PastePhrase.ELSEWHERE.with());

  static final Problem NAMELESS = new Problem(Kind.UNPLACED, PastePhrase.NAMELESS.with());

  private PasteProblems() {}

  static Problem unknownScheme(String scheme) {
    return new Problem(Kind.UNSUPPORTED, PastePhrase.UNKNOWN_SCHEME.with(scheme));
  }

  /// Something in the text speaks of the connection, and there is no place for it.
  static Problem unplaced(Role role, String name) {
    return new Problem(Kind.UNPLACED, PastePhrase.UNPLACED.with(some(role), named(name)));
  }

  static Problem unclear(Role role, String name) {
    return new Problem(Kind.UNCLEAR, PastePhrase.UNCLEAR.with(the(role), named(name)));
  }

  static Problem twice(Role role) {
    return new Problem(Kind.UNPLACED, PastePhrase.TWICE.with(the(role)));
  }

  static Problem unreadable(Role role, String name) {
    return new Problem(Kind.UNPLACED, PastePhrase.UNREADABLE.with(some(role), named(name)));
  }

  static Problem tlsOpen(String host) {
    return new Problem(Kind.TLS_OPEN, PastePhrase.TLS_OPEN.with(host));
  }

  static Problem tlsRefused(String host) {
    return new Problem(Kind.TLS_OPEN, PastePhrase.TLS_REFUSED.with(host));
  }

  static Problem passwordMissing(String host) {
    return new Problem(Kind.PASSWORD_MISSING, PastePhrase.PASSWORD_MISSING.with(host));
  }

  static Problem unencryptedRest(String host) {
    return new Problem(Kind.UNENCRYPTED_REST, PastePhrase.UNENCRYPTED_REST.with(host));
  }

  /// Only what looks like a name is shown, never a value.
  private static Object named(String name) {
    return name.matches("[A-Za-z][A-Za-z_.-]{1,40}") ? PastePhrase.NAMED.with(name) : "";
  }

  private static Object some(Role role) {
    return switch (role) {
      case URL -> PastePhrase.A_URL.with();
      case TOKEN, READ_ONLY_TOKEN -> PastePhrase.A_TOKEN.with();
      case HOST -> PastePhrase.A_HOST.with();
      case PORT -> PastePhrase.A_PORT.with();
      case USER -> PastePhrase.A_USER.with();
      case PASSWORD -> PastePhrase.A_PASSWORD.with();
      case TLS -> PastePhrase.A_TLS.with();
      case SCHEME -> PastePhrase.A_SCHEME.with();
      case CERTIFICATE -> PastePhrase.A_CERTIFICATE.with();
      case INDEX -> PastePhrase.A_INDEX.with();
      case ELSEWHERE -> PastePhrase.A_KEPT_ELSEWHERE.with();
      case NONE -> "";
    };
  }

  private static Object the(Role role) {
    return switch (role) {
      case URL -> PastePhrase.THE_URL.with();
      case TOKEN, READ_ONLY_TOKEN -> PastePhrase.THE_TOKEN.with();
      case HOST -> PastePhrase.THE_HOST.with();
      case PORT -> PastePhrase.THE_PORT.with();
      case USER -> PastePhrase.THE_USER.with();
      case PASSWORD -> PastePhrase.THE_PASSWORD.with();
      case TLS -> PastePhrase.THE_TLS.with();
      case SCHEME -> PastePhrase.THE_SCHEME.with();
      case CERTIFICATE -> PastePhrase.THE_CERTIFICATE.with();
      case INDEX -> PastePhrase.THE_INDEX.with();
      case ELSEWHERE -> PastePhrase.THE_KEPT_ELSEWHERE.with();
      case NONE -> "";
    };
  }
}
