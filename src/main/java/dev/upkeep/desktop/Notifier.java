package dev.upkeep.desktop;

import java.util.concurrent.CompletableFuture;

/// Shows notifications. No method blocks or throws because of what the desktop does; one that shows
/// no notifications is normal.
public interface Notifier extends AutoCloseable {
  /// Gets ready.
  ///
  /// @param listener told on threads of the notifier's own; it must return quickly
  void start(NoticeListener listener);

  /// Shows a notice.
  ///
  /// @return completed when the desktop has taken it (true), or cannot at present (false)
  CompletableFuture<Boolean> show(Notice notice);

  /// Whether that a notice was taken means that it is shown. Where it does not, nobody may count on
  /// a person having seen one.
  default boolean tellsWhetherShown() {
    return true;
  }

  /// Takes a notice away again, if it is still to be seen.
  void withdraw(String tag);

  @Override
  void close();
}
