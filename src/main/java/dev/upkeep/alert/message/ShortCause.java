package dev.upkeep.alert.message;

import dev.upkeep.touch.FailureKind;

/// Why databases cannot be touched, in the few words that fit behind their names.
final class ShortCause {
  private ShortCause() {}

  static String of(FailureKind kind) {
    return switch (kind) {
      case UNRESOLVED -> "the name is not found";
      case REFUSED -> "the connection is refused";
      case TIMEOUT -> "no answer";
      case CLOSED -> "the connection breaks off";
      case TLS -> "no secure connection";
      case AUTH -> "the credential is rejected";
      case PERMISSION -> "a permission is missing";
      case QUOTA -> "the quota is used up";
      case FULL -> "no room to write";
      case BUSY -> "too busy to answer";
      case READ_ONLY -> "can only be read";
      case FOREIGN_KEY -> "the key is in use by others";
      case PROTOCOL -> "the answer is not a database's";
      case SERVER -> "the server reports an error";
      case SECRET -> "the credential cannot be had";
      case INTERNAL -> "Upkeep itself failed";
    };
  }
}
