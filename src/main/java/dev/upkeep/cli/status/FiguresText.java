package dev.upkeep.cli.status;

import dev.upkeep.control.account.ProviderFigures;
import dev.upkeep.database.EnumWord;
import dev.upkeep.json.Json;
import dev.upkeep.language.AccountPhrase;
import dev.upkeep.words.When;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the provider says of a database, for people and for scripts.
final class FiguresText {
  /// From so much of a quota on it is worth a line.
  private static final double WORTH_SAYING = 0.8;

  private FiguresText() {}

  /// The lines under its row: what is not as it should be, and whether touches are counted.
  static List<String> notes(ProviderFigures figures, When when) {
    List<String> notes = new ArrayList<>();
    figures
        .goneSince()
        .ifPresent(at -> notes.add(when.language().say(AccountPhrase.SAYS_GONE, when.date(at))));
    if (!figures.state().isEmpty() && !figures.state().equalsIgnoreCase("active")) {
      notes.add(when.language().say(AccountPhrase.SAYS_STATE, figures.state()));
    }
    String at = figures.countedAt().map(when::past).orElse("");
    switch (figures.counted()) {
      case COUNTED -> notes.add(when.language().say(AccountPhrase.COUNTED_NOTE, at));
      case BY_OTHERS -> notes.add(when.language().say(AccountPhrase.BY_OTHERS_NOTE));
      case NOT_COUNTED -> notes.add(when.language().say(AccountPhrase.NOT_COUNTED_NOTE, at));
      case UNKNOWN -> {}
    }
    if (figures.requests().isPresent() && figures.requestLimit().isPresent()) {
      long used = figures.requests().get();
      long limit = figures.requestLimit().get();
      if (used >= limit * WORTH_SAYING) {
        notes.add(
            when.language()
                .say(
                    AccountPhrase.REQUESTS_NOTE,
                    AccountPhrase.figure(used),
                    AccountPhrase.figure(limit)));
      }
    }
    return notes;
  }

  static Json json(ProviderFigures figures) {
    return Json.object()
        .put("state", figures.state())
        .putIfPresent("goneSince", instant(figures.goneSince()))
        .put("counted", EnumWord.of(figures.counted()))
        .putIfPresent("countedAt", instant(figures.countedAt()))
        .putIfPresent("at", instant(figures.at()))
        .putIfPresent("monthRequests", figures.requests(), Json::of)
        .putIfPresent("monthRequestLimit", figures.requestLimit(), Json::of)
        .putIfPresent("storageBytes", figures.storage(), Json::of)
        .putIfPresent("storageLimitBytes", figures.storageLimit(), Json::of)
        .putIfPresent("monthBandwidthBytes", figures.bandwidth(), Json::of)
        .build();
  }

  private static Optional<String> instant(Optional<Instant> at) {
    return at.map(dev.upkeep.cli.console.Words::instant);
  }
}
