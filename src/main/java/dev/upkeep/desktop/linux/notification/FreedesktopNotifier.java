package dev.upkeep.desktop.linux.notification;

import dev.upkeep.desktop.Notice;
import dev.upkeep.desktop.NoticeListener;
import dev.upkeep.desktop.Notifier;
import dev.upkeep.desktop.linux.bus.Bus;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Notifications by the [Desktop Notifications
/// Specification](https://specifications.freedesktop.org/notification-spec/latest/). A server that
/// does not run yet is started by the bus where it is installed; where none is, every notice is
/// refused at once.
public final class FreedesktopNotifier implements Notifier {
  private static final Duration DECIDED_WITHIN = Duration.ofSeconds(30);

  private final Bus bus;
  private final NotificationQueue queue;

  /// Nothing is opened before the start.
  ///
  /// @param bus the session's
  /// @param desktopEntry the name of our desktop file without its ending, by which servers find our
  ///   icon and let people silence us
  /// @param icon the name of an icon in the theme, or a file's URI
  public FreedesktopNotifier(Bus bus, String desktopEntry, String icon) {
    this.bus = bus;
    this.queue = new NotificationQueue(new NotificationForm(desktopEntry, icon));
  }

  @Override
  public void start(NoticeListener listener) {
    bus.post(() -> queue.listen(listener));
    bus.attach(queue);
  }

  @Override
  public CompletableFuture<Boolean> show(Notice notice) {
    CompletableFuture<Boolean> taken = new CompletableFuture<>();
    bus.post(() -> queue.show(notice, taken));
    // A bus that is frozen while we connect to it holds up everything on its thread.
    return taken.completeOnTimeout(false, DECIDED_WITHIN.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public void withdraw(String tag) {
    bus.post(() -> queue.withdraw(tag));
  }

  @Override
  public void close() {
    bus.detach(queue);
  }
}
