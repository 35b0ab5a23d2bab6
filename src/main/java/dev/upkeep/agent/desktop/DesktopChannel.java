package dev.upkeep.agent.desktop;

import dev.upkeep.alert.Channel;
import dev.upkeep.alert.message.AlertText;
import dev.upkeep.alert.rule.Announcement;
import dev.upkeep.alert.service.Delivery;
import dev.upkeep.desktop.Notice;
import dev.upkeep.desktop.NoticeListener;
import dev.upkeep.history.Topic;
import dev.upkeep.language.AccountPhrase;
import dev.upkeep.language.Language;
import dev.upkeep.language.NoticePhrase;
import dev.upkeep.words.Elapsed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows bulletins on the desktop. A notice about databases of which one is still to be seen takes
/// its place, so that a recovery never stands beside the alarm that it calls off.
///
/// Owned by the agent's thread; what a person does with a notice is posted to it.
public final class DesktopChannel implements Channel {
  public static final String NAME = "desktop";

  private static final Logger LOG = LoggerFactory.getLogger(DesktopChannel.class);

  /// As many notices are remembered; nobody keeps more of them on a screen.
  private static final int REMEMBERED = 50;

  /// A click on the notice itself means the same, and a desktop need not offer it twice.
  private static final String SHOW = NoticeListener.OPEN;

  private static final String TOUCH = "touch";
  private static final String SNOOZE = "snooze";
  private static final String UNLOCK = "unlock";
  private static final String KEEP = "keep";
  private static final String IGNORE = "ignore";

  private final Board board;
  private final Executor agent;
  private final Actions actions;
  private final Supplier<Duration> snooze;
  private final Language language;
  private final Map<String, Shown> shown = new LinkedHashMap<>();
  private final AtomicBoolean doubted = new AtomicBoolean();

  /// Where notices are shown.
  interface Board {
    /// Shows a notice.
    ///
    /// @param onPressed given the key of a button, on any thread
    /// @return whether the desktop has taken it
    CompletableFuture<Boolean> show(Notice notice, Consumer<String> onPressed);

    /// See [dev.upkeep.desktop.Notifier#tellsWhetherShown].
    default boolean tellsWhetherShown() {
      return true;
    }

    void withdraw(String tag);

    /// What a person has asked for, and was told.
    AskedDatabases answers();
  }

  /// What a person can do with a notice, on the agent's thread.
  public interface Actions {
    /// Shows these databases.
    void show(Collection<UUID> databases);

    void touch(Collection<UUID> databases);

    void snooze(Collection<UUID> databases);

    /// Keeps what an account has and nobody keeps.
    ///
    /// @param offered the account's id of it
    void keep(String offered);

    /// Says nothing more of it.
    void ignore(String offered);

    /// Opens the keychain, which may ask the person, and touches these databases then.
    void unlock(Collection<UUID> databases);
  }

  /// A notice that may still be seen.
  ///
  /// @param all that it speaks of
  /// @param open those of them that nothing newer was said of
  /// @param offered what an account has and nobody keeps
  private record Shown(Set<UUID> all, Set<UUID> open, Optional<String> offered) {}

  /// A channel that shows nothing yet.
  ///
  /// @param snooze how long that is, as it is set at the moment
  public DesktopChannel(
      Board board, Executor agent, Actions actions, Supplier<Duration> snooze, Language language) {
    this.language = language;
    this.board = board;
    this.agent = agent;
    this.actions = actions;
    this.snooze = snooze;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean keepsQuiet() {
    return true;
  }

  @Override
  public Duration worthTelling() {
    return Duration.ofDays(2);
  }

  @Override
  public CompletableFuture<Delivery> deliver(AlertText bulletin) {
    Set<UUID> databases = bulletin.databases();
    boolean recovery = bulletin.topics().equals(Set.of(Topic.RECOVERED));
    if (recovery && board.answers().areKnown(databases)) {
      clear(databases);
      return CompletableFuture.completedFuture(new Delivery.Silent());
    }
    if (!recovery) {
      board.answers().forget(databases);
    }
    // GNOME shows nothing of good news unless one looks for it.
    boolean awaited = recovery && board.answers().tells(databases);
    String tag =
        place(databases, bulletin.announcements().getFirst().event().toString(), offered(bulletin));
    return board
        .show(
            new Notice(
                tag,
                awaited ? Notice.Urgency.NORMAL : urgency(bulletin),
                bulletin.title(),
                bulletin.body(),
                buttons(bulletin)),
            key -> pressed(tag, key))
        .thenApply(taken ->
            taken
                ? handedOver()
                : new Delivery.NotDelivered("the desktop shows no notices at present"));
  }

  /// Never a delivery that counts as one: a desktop says that it has taken a notice, and not that
  /// somebody saw it. Where it does not even say that it shows them, a person is told once.
  private Delivery handedOver() {
    if (!board.tellsWhetherShown() && doubted.compareAndSet(false, true)) {
      LOG.warn(
          "This system does not say whether it shows notices. If none is seen, allow them for the"
              + " Script Editor under Notifications in the System Settings, or set a webhook.");
    }
    return new Delivery.Silent();
  }

  @Override
  public void clear(Set<UUID> databases) {
    superseded(databases).forEach(this::takeAway);
  }

  /// The place of a notice that this one makes good for, or a new one.
  private String place(Set<UUID> databases, String newTag, Optional<String> offered) {
    List<String> covered = superseded(databases);
    String tag = covered.isEmpty() ? newTag : covered.removeLast();
    covered.forEach(this::takeAway);
    shown.remove(tag);
    shown.put(tag, new Shown(Set.copyOf(databases), new HashSet<>(databases), offered));
    if (shown.size() > REMEMBERED) {
      shown.remove(shown.keySet().iterator().next());
    }
    return tag;
  }

  /// Notices that say nothing that still holds once something new is said of these databases.
  private List<String> superseded(Set<UUID> databases) {
    List<String> tags = new ArrayList<>();
    shown.forEach((tag, notice) -> {
      if (notice.open().removeAll(databases) && notice.open().isEmpty()) {
        tags.add(tag);
      }
    });
    return tags;
  }

  private void takeAway(String tag) {
    shown.remove(tag);
    board.withdraw(tag);
  }

  private static Notice.Urgency urgency(AlertText bulletin) {
    return switch (bulletin.urgency()) {
      case LOW -> Notice.Urgency.LOW;
      case NORMAL -> Notice.Urgency.NORMAL;
      case HIGH -> Notice.Urgency.CRITICAL;
    };
  }

  private List<Notice.Button> buttons(AlertText bulletin) {
    Notice.Button show = new Notice.Button(SHOW, language.say(NoticePhrase.SHOW));
    Set<Topic> topics = bulletin.topics();
    if (topics.equals(Set.of(Topic.SECRET))) {
      return List.of(new Notice.Button(UNLOCK, language.say(NoticePhrase.UNLOCK)), show);
    }
    if (topics.equals(Set.of(Topic.ACCOUNT))) {
      return offered(bulletin).isEmpty()
          ? List.of(show)
          : List.of(
              new Notice.Button(KEEP, language.say(AccountPhrase.KEEP)),
              new Notice.Button(IGNORE, language.say(AccountPhrase.IGNORE)),
              show);
    }
    if (bulletin.urgency() == AlertText.Urgency.LOW) {
      return List.of(show);
    }
    return List.of(
        show,
        new Notice.Button(TOUCH, language.say(NoticePhrase.TOUCH)),
        new Notice.Button(
            SNOOZE, language.say(NoticePhrase.SNOOZE, Elapsed.roughly(snooze.get()))));
  }

  /// Only where there is no doubt which one a button means.
  private static Optional<String> offered(AlertText bulletin) {
    return bulletin.announcements().size() == 1
        ? bulletin.announcements().getFirst().news().flatMap(Announcement.News::offered)
        : Optional.empty();
  }

  private void pressed(String tag, String key) {
    try {
      agent.execute(() -> act(tag, key));
    } catch (RejectedExecutionException stopped) {
      LOG.debug("A button was pressed after the agent had stopped.");
    }
  }

  private void act(String tag, String key) {
    Shown notice = shown.get(tag);
    Set<UUID> databases = notice == null ? Set.of() : notice.all();
    Optional<String> offered = notice == null ? Optional.empty() : notice.offered();
    switch (key) {
      case SHOW -> actions.show(databases);
      case TOUCH -> actions.touch(databases);
      case SNOOZE -> actions.snooze(databases);
      case UNLOCK -> actions.unlock(databases);
      case KEEP -> offered.ifPresent(actions::keep);
      case IGNORE -> offered.ifPresent(actions::ignore);
      default -> LOG.warn("A notice has no such button.");
    }
  }
}
