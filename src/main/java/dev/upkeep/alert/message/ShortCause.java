package dev.upkeep.alert.message;

import dev.upkeep.language.NoticePhrase;
import dev.upkeep.touch.FailureKind;

/// Why databases cannot be touched, in the few words that fit behind their names.
final class ShortCause {
  private ShortCause() {}

  static NoticePhrase of(FailureKind kind) {
    return switch (kind) {
      case UNRESOLVED -> NoticePhrase.BECAUSE_NAME;
      case REFUSED -> NoticePhrase.BECAUSE_REFUSED;
      case TIMEOUT -> NoticePhrase.BECAUSE_SILENT;
      case CLOSED -> NoticePhrase.BECAUSE_CLOSED;
      case TLS -> NoticePhrase.BECAUSE_TLS;
      case AUTH -> NoticePhrase.BECAUSE_REJECTED;
      case PERMISSION -> NoticePhrase.BECAUSE_PERMISSION;
      case QUOTA -> NoticePhrase.BECAUSE_QUOTA;
      case FULL -> NoticePhrase.BECAUSE_FULL;
      case BUSY -> NoticePhrase.BECAUSE_BUSY;
      case READ_ONLY -> NoticePhrase.BECAUSE_READ_ONLY;
      case FOREIGN_KEY -> NoticePhrase.BECAUSE_FOREIGN;
      case PROTOCOL -> NoticePhrase.BECAUSE_PROTOCOL;
      case SERVER -> NoticePhrase.BECAUSE_SERVER;
      case SECRET -> NoticePhrase.BECAUSE_SECRET;
      case INTERNAL -> NoticePhrase.BECAUSE_INTERNAL;
    };
  }
}
