package dev.upkeep.testing;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a [BadServer] does with one connection; when it returns, the connection is closed.
@FunctionalInterface
public interface Behaviour {
  void serve(Visit visit) throws IOException;

  /// An ordinary Redis, until this command comes: it is not answered, this happens instead.
  default Behaviour insteadOf(String command) {
    return politeUntil(command, false);
  }

  /// An ordinary Redis, until it has answered this command.
  default Behaviour after(String command) {
    return politeUntil(command, true);
  }

  private Behaviour politeUntil(String last, boolean answerIt) {
    FakeRedis redis = new FakeRedis();
    return visit -> {
      Optional<List<String>> command = visit.command();
      while (command.isPresent()) {
        boolean now = command.get().get(0).toUpperCase(Locale.ROOT).equals(last);
        if (!now || answerIt) {
          visit.reply(redis, command.get());
        }
        if (now) {
          serve(visit);
          return;
        }
        command = visit.command();
      }
    };
  }
}
