package dev.upkeep.alert;

import dev.upkeep.alert.service.MailAddress;
import dev.upkeep.alert.service.MailServer;
import dev.upkeep.database.Secret;
import dev.upkeep.language.Sentence;
import java.util.List;
import java.util.Optional;

/// Who is told by e-mail, and how, as far as is known at this moment.
public sealed interface MailTarget {
  /// All of it.
  ///
  /// @param to at least one
  /// @param password of the server's user, stored for this server and this user
  record Ready(MailServer server, MailAddress from, List<MailAddress> to, Optional<Secret> password)
      implements MailTarget {
    public Ready {
      to = List.copyOf(to);
    }
  }

  /// Nobody.
  record None() implements MailTarget {}

  /// There is somebody, but the password cannot be had.
  ///
  /// @param why a sentence
  record Unknown(Sentence why) implements MailTarget {}
}
