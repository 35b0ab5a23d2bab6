package dev.upkeep.agent.desktop;

import dev.upkeep.control.Touched;
import dev.upkeep.desktop.Notice;
import dev.upkeep.language.TrayPhrase;
import dev.upkeep.touch.Outcome;
import dev.upkeep.words.When;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What came of touches that a person asked for in the tray. Pure.
record TouchNotice(List<Touched> touches, Map<UUID, String> names, When when) {
  private static final int NAMED = 5;

  /// One notice for all of them.
  ///
  /// @param names of the databases
  static Notice of(List<Touched> touches, Map<UUID, String> names, When when) {
    return new TouchNotice(touches, names, when).notice();
  }

  private Notice notice() {
    List<Touched> bad = touches.stream().filter(touched -> !touched.touch().alive()).toList();
    return new Notice(
        "touched",
        // Good news, too: a person waits for it, and GNOME shows nothing of what is LOW.
        Notice.Urgency.NORMAL,
        title(bad),
        body(bad),
        List.of());
  }

  private String title(List<Touched> bad) {
    if (touches.size() == 1) {
      return say(
          bad.isEmpty() ? TrayPhrase.IS_ALIVE : TrayPhrase.WAS_NOT_TOUCHED,
          name(touches.getFirst()));
    }
    return bad.isEmpty()
        ? say(TrayPhrase.ALL_DATABASES_ALIVE, touches.size())
        : say(TrayPhrase.SOME_DATABASES_ALIVE, touches.size() - bad.size(), touches.size());
  }

  private String body(List<Touched> bad) {
    if (touches.size() == 1) {
      return sentence(touches.getFirst());
    }
    StringBuilder body = new StringBuilder();
    for (Touched touched : bad.subList(0, Math.min(NAMED, bad.size()))) {
      body.append(body.isEmpty() ? "" : "\n")
          .append(name(touched))
          .append(": ")
          .append(sentence(touched));
    }
    if (bad.size() > NAMED) {
      body.append('\n').append(say(TrayPhrase.MORE, bad.size() - NAMED));
    }
    return body.toString();
  }

  private String sentence(Touched touched) {
    return switch (touched.touch().outcome()) {
      case Outcome.Alive alive -> {
        String how = new TrayWords(when).took(alive);
        yield Character.toUpperCase(how.charAt(0)) + how.substring(1) + ".";
      }
      case Outcome.Failed failed -> when.language().say(failed.message().then(failed.advice()));
      case Outcome.Skipped skipped -> when.language().say(skipped.message());
    };
  }

  private String name(Touched touched) {
    String name = names.get(touched.database());
    return name == null ? say(TrayPhrase.REMOVED_DATABASE) : name;
  }

  private String say(TrayPhrase phrase, Object... values) {
    return when.language().say(phrase, values);
  }
}
