package dev.upkeep.agent.desktop;

import dev.upkeep.desktop.Notice;
import dev.upkeep.desktop.Notifier;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Shows notices and leads what a person presses on them to whoever showed them. Callable from any
/// thread; what a notice does runs on a thread of its own, so it may block.
final class DesktopNotices implements AutoCloseable, DesktopChannel.Board {
  /// More notices than a person can have before them.
  private static final int REMEMBERED = 200;

  private final Notifier notifier;
  private final AskedDatabases answers = new AskedDatabases();
  private final Map<String, Consumer<String>> pressed =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Consumer<String>> eldest) {
              return size() > REMEMBERED;
            }
          });

  DesktopNotices(Notifier notifier) {
    this.notifier = notifier;
  }

  void start() {
    notifier.start((tag, key) ->
        Optional.ofNullable(pressed.get(tag))
            .ifPresent(
                action -> Thread.ofVirtual().name("notice").start(() -> action.accept(key))));
  }

  /// Shows a notice.
  ///
  /// @param onPressed given the key of the button, or [NoticeListener#OPEN]
  /// @return whether the desktop has taken it
  @Override
  public CompletableFuture<Boolean> show(Notice notice, Consumer<String> onPressed) {
    pressed.remove(notice.tag());
    pressed.put(notice.tag(), onPressed);
    return notifier.show(notice);
  }

  @Override
  public boolean tellsWhetherShown() {
    return notifier.tellsWhetherShown();
  }

  @Override
  public void withdraw(String tag) {
    pressed.remove(tag);
    notifier.withdraw(tag);
  }

  @Override
  public AskedDatabases answers() {
    return answers;
  }

  @Override
  public void close() {
    notifier.close();
  }
}
