package dev.upkeep.window.databases;

import dev.upkeep.control.account.ProviderFigures;
import dev.upkeep.language.AccountPhrase;
import dev.upkeep.language.Sentence;
import dev.upkeep.window.text.CoreWords;
import dev.upkeep.words.Screen;
import java.util.ArrayList;
import java.util.List;

/// What the provider's account says of a database, as short as a row needs it. Pure.
final class FiguresWords {
  /// From so much of a quota on it is worth saying, in per cent.
  private static final long WORTH_SAYING = 80;

  private FiguresWords() {}

  /// What differs from what everybody expects, and whether touches are counted.
  static List<String> of(ProviderFigures figures, CoreWords words) {
    List<Sentence> said = new ArrayList<>();
    if (figures.goneSince().isPresent()) {
      said.add(AccountPhrase.SHORT_GONE.with());
    } else if (!figures.state().isEmpty() && !figures.state().equalsIgnoreCase("active")) {
      said.add(AccountPhrase.SHORT_STATE.with(Screen.clean(figures.state())));
    }
    switch (figures.counted()) {
      case COUNTED -> said.add(AccountPhrase.SHORT_COUNTED.with());
      case NOT_COUNTED -> said.add(AccountPhrase.SHORT_NOT_COUNTED.with());
      case BY_OTHERS, UNKNOWN -> {}
    }
    figures
        .requests()
        .ifPresent(used ->
            figures
                .requestLimit()
                .filter(limit -> limit > 0 && used >= limit / 100 * WORTH_SAYING)
                .ifPresent(limit ->
                    said.add(
                        AccountPhrase.SHORT_REQUESTS.with(
                            AccountPhrase.figure(used), AccountPhrase.figure(limit)))));
    return said.stream().map(words::sentence).toList();
  }
}
