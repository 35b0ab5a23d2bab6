package dev.upkeep.window.safety;

import dev.upkeep.control.Outlook;
import dev.upkeep.control.Outlook.Entry;
import dev.upkeep.control.Outlook.Fate;
import dev.upkeep.language.Language;
import dev.upkeep.language.OutlookPhrase;
import dev.upkeep.language.Sentence;
import dev.upkeep.window.safety.SafetyPicture.Absence;
import dev.upkeep.window.text.TimeWords;
import dev.upkeep.window.widget.Isolated;
import dev.upkeep.words.Screen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says a [SafetyPicture]: as a whole, and each lane. Pure; what is foreign is cleaned here.
record SafetyWords(TimeWords moments) {
  /// So many names are read; the list has the others.
  private static final int MOST = 6;

  /// What the whole picture says, in a few sentences.
  String whole(SafetyPicture picture) {
    Outlook outlook = picture.outlook();
    if (outlook.entries().isEmpty()) {
      return moments.texts().say(SafetyText.NOTHING);
    }
    List<Sentence> sentences = new ArrayList<>();
    switch (picture.absence()) {
      case Absence.Days(int count) when count == 0 -> sentences.add(OutlookPhrase.IF_ON.with());
      case Absence.Days days -> ifOff(outlook, back(picture, days), sentences);
      case Absence.ForGood _ -> never(outlook, sentences);
    }
    return String.join(" ", sentences.stream().map(this::say).toList());
  }

  private static Instant back(SafetyPicture picture, Absence.Days days) {
    return days.back(picture.from()).orElse(Instant.MAX);
  }

  private void ifOff(Outlook outlook, Instant back, List<Sentence> sentences) {
    List<Entry> endangered = outlook.of(Fate.ENDANGERED);
    String until = moments.longDate(back);
    sentences.add(
        endangered.isEmpty()
            ? OutlookPhrase.IF_OFF_SAFE.with(until)
            : OutlookPhrase.IF_OFF_IN_DANGER.with(until, names(endangered), endangered.size()));
    List<Entry> unknown = outlook.of(Fate.UNKNOWN);
    if (!unknown.isEmpty()) {
      sentences.add(OutlookPhrase.IF_OFF_UNKNOWN.with(names(unknown), unknown.size()));
    }
    List<Entry> kept = outlook.of(Fate.KEPT_ELSEWHERE);
    if (!kept.isEmpty()) {
      sentences.add(OutlookPhrase.IF_OFF_KEPT.with(names(kept), kept.size()));
    }
  }

  private void never(Outlook outlook, List<Sentence> sentences) {
    List<Entry> alone =
        outlook.entries().stream().filter(entry -> entry.keeper().isEmpty()).toList();
    if (alone.isEmpty()) {
      sentences.add(OutlookPhrase.IF_NEVER_KEPT.with());
      return;
    }
    sentences.add(OutlookPhrase.IF_NEVER_ALONE.with(names(alone)));
    outlook.of(Fate.ENDANGERED).stream()
        .flatMap(entry -> entry.safeUntil().stream())
        .filter(at -> at.isAfter(moments.now()))
        .findFirst()
        .map(at -> OutlookPhrase.FIRST_DEADLINE.with(moments.longDate(at)))
        .ifPresent(sentences::add);
    sentences.add(OutlookPhrase.SECOND_KEEPER.with());
  }

  /// Until when this computer is off, as the field has it.
  String until(SafetyPicture picture) {
    return switch (picture.absence()) {
      case Absence.Days(int count) when count == 0 -> "";
      case Absence.Days days -> moments.date(back(picture, days));
      case Absence.ForGood _ -> "";
    };
  }

  /// What a lane says, for whoever does not see it.
  String spoken(SafetyLane lane) {
    Sentence keeper =
        lane.keeper()
            .map(stamp ->
                OutlookPhrase.KEEPER.with(Screen.clean(stamp.label()), moments.past(stamp.at())))
            .orElseGet(OutlookPhrase.ALONE::with);
    return say(
        lane.safeUntil()
            .map(at ->
                (at.isAfter(moments.now()) ? OutlookPhrase.SAFE_UNTIL : OutlookPhrase.PASSED)
                    .with(name(lane), moments.longDate(at), keeper))
            .orElseGet(() -> OutlookPhrase.NOT_KNOWN.with(name(lane), keeper)));
  }

  /// Until when it is safe, in short.
  String deadline(SafetyLane lane) {
    return lane.safeUntil()
        .map(at ->
            moments
                .texts()
                .say(
                    at.isAfter(moments.now()) ? SafetyText.SAFE_UNTIL : SafetyText.PASSED,
                    moments.date(at)))
        .orElseGet(() -> moments.texts().say(SafetyText.UNKNOWN));
  }

  /// Who else keeps it; empty if nobody is known.
  Optional<String> keeper(SafetyLane lane) {
    return lane.keeper()
        .map(stamp ->
            moments
                .texts()
                .say(SafetyText.KEEPER, Screen.clean(stamp.label()), moments.past(stamp.at())));
  }

  /// Its name, as it can stand in a line.
  String name(SafetyLane lane) {
    return Isolated.of(Screen.clean(lane.name()));
  }

  private String names(List<Entry> entries) {
    List<String> names = entries.stream().map(SafetyWords::name).toList();
    if (names.size() == 1) {
      return names.getFirst();
    }
    boolean many = names.size() > MOST;
    int listed = many ? MOST : names.size() - 1;
    String first = String.join(", ", names.subList(0, listed));
    return say(
        many
            ? OutlookPhrase.AND_MORE.with(first, names.size() - listed)
            : OutlookPhrase.AND.with(first, names.getLast()));
  }

  private static String name(Entry entry) {
    return Isolated.of(Screen.clean(entry.status().database().name()));
  }

  private String say(Sentence sentence) {
    return Language.of(moments.texts().locale()).say(sentence);
  }
}
