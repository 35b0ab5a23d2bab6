package dev.upkeep.agent.desktop;

import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Snapshot;
import dev.upkeep.desktop.Notice;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.language.TrayPhrase;
import dev.upkeep.words.Screen;
import dev.upkeep.words.When;
import java.util.ArrayList;
import java.util.List;

/// How databases are doing, as a notice: what Upkeep shows of itself where it has no window. Pure.
final class StatusNotice {
  private static final int LINES = 6;
  private static final String TAG = "status";

  private StatusNotice() {}

  /// Of all databases.
  static Notice of(Snapshot snapshot, When when) {
    TrayWords words = new TrayWords(when);
    List<String> lines = new ArrayList<>();
    List<DatabaseStatus> databases = snapshot.databases();
    for (DatabaseStatus status : databases.subList(0, Math.min(LINES, databases.size()))) {
      lines.add(words.line(status));
    }
    if (databases.size() > LINES) {
      lines.add(when.language().say(TrayPhrase.MORE, databases.size() - LINES));
    }
    if (databases.isEmpty()) {
      lines.add(when.language().say(TrayPhrase.ADD_FIRST));
    }
    return notice(words.headline(snapshot), lines);
  }

  /// Of one database and its last touches.
  static Notice of(DatabaseStatus status, List<RecordedTouch> touches, When when) {
    List<String> lines = new ArrayList<>();
    for (RecordedTouch touch : touches.subList(0, Math.min(LINES, touches.size()))) {
      lines.add(when.past(touch.at()) + ": " + new TrayWords(when).result(touch));
    }
    if (touches.isEmpty()) {
      lines.add(when.language().say(TrayPhrase.NOT_TOUCHED_YET));
    }
    return notice(new TrayWords(when).line(status), lines);
  }

  private static Notice notice(String title, List<String> lines) {
    return new Notice(
        TAG, Notice.Urgency.NORMAL, Screen.clean(title), String.join("\n", lines), List.of());
  }
}
