package dev.upkeep.cli.status;

import dev.upkeep.control.Outlook;
import dev.upkeep.control.Outlook.Entry;
import dev.upkeep.control.Outlook.Fate;
import dev.upkeep.language.OutlookPhrase;
import dev.upkeep.language.Sentence;
import dev.upkeep.words.When;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says an [Outlook] to people. Pure.
final class OutlookText {
  private final Outlook outlook;
  private final When when;

  OutlookText(Outlook outlook, When when) {
    this.outlook = outlook;
    this.when = when;
  }

  /// What happens until this computer is back, in a few sentences.
  String ifOff(Instant until) {
    List<String> sentences = new ArrayList<>();
    List<Entry> endangered = outlook.of(Fate.ENDANGERED);
    sentences.add(
        say(
            endangered.isEmpty()
                ? OutlookPhrase.IF_OFF_SAFE.with(when.longDate(until))
                : OutlookPhrase.IF_OFF_IN_DANGER.with(
                    when.longDate(until), names(endangered), endangered.size())));
    some(Fate.UNKNOWN, OutlookPhrase.IF_OFF_UNKNOWN).ifPresent(sentences::add);
    some(Fate.KEPT_ELSEWHERE, OutlookPhrase.IF_OFF_KEPT).ifPresent(sentences::add);
    return String.join(" ", sentences);
  }

  private Optional<String> some(Fate fate, OutlookPhrase phrase) {
    List<Entry> found = outlook.of(fate);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(say(phrase.with(names(found), found.size())));
  }

  /// What happens if it never comes back, a line for each database.
  List<String> forEver() {
    if (outlook.entries().isEmpty()) {
      return List.of(say(OutlookPhrase.NONE.with()));
    }
    List<String> lines = new ArrayList<>(List.of(say(OutlookPhrase.DRILL.with())));
    outlook.entries().forEach(entry -> lines.add("  " + say(line(entry))));
    if (outlook.of(Fate.KEPT_ELSEWHERE).size() < outlook.entries().size()) {
      lines.add(say(OutlookPhrase.SECOND_KEEPER.with()));
    }
    return lines;
  }

  private Sentence line(Entry entry) {
    String name = entry.status().database().name();
    Sentence keeper =
        entry
            .keeper()
            .map(stamp -> OutlookPhrase.KEEPER.with(stamp.label(), when.past(stamp.at())))
            .orElseGet(OutlookPhrase.ALONE::with);
    return entry
        .safeUntil()
        .map(at ->
            (at.isAfter(when.now()) ? OutlookPhrase.SAFE_UNTIL : OutlookPhrase.PASSED)
                .with(name, when.longDate(at), keeper))
        .orElseGet(() -> OutlookPhrase.NOT_KNOWN.with(name, keeper));
  }

  private String names(List<Entry> entries) {
    List<String> names = entries.stream().map(entry -> entry.status().database().name()).toList();
    return names.size() == 1
        ? names.getFirst()
        : say(
            OutlookPhrase.AND.with(
                String.join(", ", names.subList(0, names.size() - 1)), names.getLast()));
  }

  private String say(Sentence sentence) {
    return when.language().say(sentence);
  }
}
