package dev.upkeep.window.editor;

import dev.upkeep.database.Endpoint;
import dev.upkeep.database.paste.ConnectionText;
import dev.upkeep.database.paste.ConnectionText.Found;
import dev.upkeep.window.intake.Gathered;
import dev.upkeep.window.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was found in dropped files and is not added yet: each place once, with the project in which
/// it was found first.
final class GatheredFinds {
  private final Texts texts;
  private final Map<Endpoint, Find> finds = new LinkedHashMap<>();
  private final List<ConnectionText.Problem> problems = new ArrayList<>();
  private int read;
  private int unreadable;
  private boolean cut;

  GatheredFinds(Texts texts) {
    this.texts = texts;
  }

  private record Find(String project, Found found) {}

  void take(Gathered more) {
    more.pieces()
        .forEach(piece ->
            piece
                .found()
                .forEach(found ->
                    finds.putIfAbsent(found.endpoint(), new Find(piece.project(), found))));
    problems.addAll(more.problems());
    read += more.read();
    unreadable += more.unreadable();
    cut |= more.cut();
  }

  void clear() {
    finds.clear();
    problems.clear();
    read = 0;
    unreadable = 0;
    cut = false;
  }

  boolean isEmpty() {
    return finds.isEmpty();
  }

  void remove(Endpoint place) {
    finds.keySet().removeIf(one -> same(one, place));
  }

  boolean has(Endpoint place) {
    return finds.keySet().stream().anyMatch(one -> same(one, place));
  }

  /// The project in which a place was found; empty for one that was not found in a file.
  String project(Endpoint place) {
    return finds.entrySet().stream()
        .filter(find -> same(find.getKey(), place))
        .map(find -> find.getValue().project())
        .findFirst()
        .orElse("");
  }

  /// Whether the connection is encrypted may have been decided since.
  private static boolean same(Endpoint one, Endpoint other) {
    return one.host().equals(other.host())
        && one.port() == other.port()
        && one.getClass().equals(other.getClass());
  }

  /// What a person has pasted, and behind it what was found in files.
  List<Found> with(List<Found> pasted) {
    List<Found> all = new ArrayList<>(pasted);
    finds.values().stream()
        .map(Find::found)
        .filter(found -> pasted.stream().noneMatch(one -> same(one.endpoint(), found.endpoint())))
        .forEach(all::add);
    return all;
  }

  /// Of files that were dropped by themselves.
  List<ConnectionText.Problem> problems() {
    return problems;
  }

  /// How many there are, and what else is to be known of the files.
  ///
  /// @param kept how many of them are kept already
  String summary(int databases, long kept) {
    List<String> sentences = new ArrayList<>();
    sentences.add(texts.say(FormText.GATHERED, databases, read));
    if (kept > 0) {
      sentences.add(texts.say(FormText.GATHERED_KEPT, kept));
    }
    if (unreadable > 0) {
      sentences.add(texts.say(FormText.GATHERED_UNREADABLE, unreadable));
    }
    if (cut) {
      sentences.add(texts.say(FormText.GATHERED_CUT));
    }
    return String.join(" ", sentences);
  }
}
