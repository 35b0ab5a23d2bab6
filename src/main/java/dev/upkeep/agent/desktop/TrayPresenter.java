package dev.upkeep.agent.desktop;

import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Mark;
import dev.upkeep.control.Snapshot;
import dev.upkeep.control.Urgency;
import dev.upkeep.desktop.TrayMark;
import dev.upkeep.desktop.TrayMenu;
import dev.upkeep.desktop.TrayView;
import dev.upkeep.history.Health;
import dev.upkeep.language.TrayPhrase;
import dev.upkeep.words.When;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Decides what the tray shows. Pure: a snapshot in, a mark and a menu out.
final class TrayPresenter {
  /// More databases than this fold, so that the menu stays on the screen.
  static final int SHOWN = 15;

  private final Snapshot snapshot;
  private final Optional<Boolean> loginStart;
  private final When when;
  private final TrayWords words;
  private final Map<String, TrayAction> actions = new LinkedHashMap<>();

  private TrayPresenter(Snapshot snapshot, Optional<Boolean> loginStart, When when) {
    this.snapshot = snapshot;
    this.loginStart = loginStart;
    this.when = when;
    this.words = new TrayWords(when);
  }

  /// The picture of this moment.
  ///
  /// @param loginStart whether Upkeep starts at login; empty where the system offers no such thing
  static TrayPicture present(Snapshot snapshot, Optional<Boolean> loginStart, When when) {
    return new TrayPresenter(snapshot, loginStart, when).picture();
  }

  private TrayPicture picture() {
    String headline = words.headline(snapshot);
    List<TrayMenu> menu = new ArrayList<>();
    menu.add(new TrayMenu.Headline("headline", headline));
    menu.add(new TrayMenu.Separator());
    if (snapshot.databases().isEmpty()) {
      menu.add(item("add", say(TrayPhrase.ADD_DATABASE), new TrayAction.Open()));
    } else {
      databases(menu);
      menu.add(new TrayMenu.Separator());
      all(menu);
    }
    menu.add(new TrayMenu.Separator());
    menu.add(item("open", say(TrayPhrase.OPEN), new TrayAction.Open()));
    loginStart.ifPresent(on ->
        menu.add(
            check("login-start", say(TrayPhrase.LOGIN_START), on, new TrayAction.LoginStart(!on))));
    menu.add(new TrayMenu.Separator());
    menu.add(item("quit", say(TrayPhrase.QUIT), new TrayAction.Quit()));
    return new TrayPicture(
        new TrayView(
            TrayMark.valueOf(Mark.of(snapshot, when.now()).name()),
            headline,
            words.deadline(snapshot.databases()).stream().toList(),
            menu),
        actions);
  }

  /// The most endangered first, as everywhere; what folds is well, or less in danger.
  private void databases(List<TrayMenu> menu) {
    List<DatabaseStatus> all = Urgency.sorted(snapshot.databases(), when.now());
    if (all.size() <= SHOWN) {
      all.forEach(status -> menu.add(database(status)));
      return;
    }
    all.stream().limit(SHOWN).forEach(status -> menu.add(database(status)));
    menu.add(item("more", say(TrayPhrase.MORE, all.size() - SHOWN), new TrayAction.Open()));
  }

  private TrayMenu database(DatabaseStatus status) {
    UUID id = status.database().id();
    List<UUID> one = List.of(id);
    String key = id + "/";
    List<TrayMenu> entries = new ArrayList<>();
    entries.add(new TrayMenu.Headline(key + "last", words.last(status)));
    entries.add(new TrayMenu.Headline(key + "host", words.host(status)));
    entries.add(new TrayMenu.Separator());
    entries.add(item(key + "touch", say(TrayPhrase.TOUCH), new TrayAction.Touch(one)));
    if (status.health() == Health.PAUSED) {
      entries.add(item(key + "resume", say(TrayPhrase.RESUME), new TrayAction.Resume(one)));
    } else {
      entries.addAll(pauses(key, one));
    }
    entries.add(new TrayMenu.Separator());
    entries.add(item(key + "history", say(TrayPhrase.HISTORY), new TrayAction.ShowHistory(id)));
    entries.add(
        item(
            key + "copy",
            say(TrayPhrase.COPY_HOST),
            new TrayAction.CopyHost(status.database().endpoint().host())));
    return new TrayMenu.Submenu(id.toString(), words.line(status), entries);
  }

  private void all(List<TrayMenu> menu) {
    List<UUID> all = snapshot.databases().stream().map(s -> s.database().id()).toList();
    List<UUID> paused =
        snapshot.databases().stream()
            .filter(status -> status.health() == Health.PAUSED)
            .map(status -> status.database().id())
            .toList();
    menu.add(item("touch", say(TrayPhrase.TOUCH_ALL), new TrayAction.Touch(all)));
    if (paused.size() < all.size()) {
      menu.add(new TrayMenu.Submenu("pause", say(TrayPhrase.PAUSE_ALL), pauses("all/", all)));
    }
    if (!paused.isEmpty()) {
      menu.add(item("resume", say(TrayPhrase.RESUME_ALL), new TrayAction.Resume(paused)));
    }
  }

  private List<TrayMenu> pauses(String key, List<UUID> databases) {
    return List.of(
        pause(key, databases, say(TrayPhrase.PAUSE_HOURS, 1), Optional.of(Duration.ofHours(1))),
        pause(key, databases, say(TrayPhrase.PAUSE_HOURS, 4), Optional.of(Duration.ofHours(4))),
        pause(key, databases, say(TrayPhrase.PAUSE_HOURS, 24), Optional.of(Duration.ofHours(24))),
        pause(key, databases, say(TrayPhrase.PAUSE), Optional.empty()));
  }

  private TrayMenu pause(String key, List<UUID> databases, String label, Optional<Duration> time) {
    return item(
        key + "pause-" + time.map(Duration::toString).orElse("forever"),
        label,
        new TrayAction.Pause(databases, time));
  }

  private String say(TrayPhrase phrase, Object... values) {
    return when.language().say(phrase, values);
  }

  private TrayMenu item(String key, String label, TrayAction action) {
    actions.put(key, action);
    return new TrayMenu.Item(key, label, true);
  }

  private TrayMenu check(String key, String label, boolean checked, TrayAction action) {
    actions.put(key, action);
    return new TrayMenu.Check(key, label, checked);
  }
}
