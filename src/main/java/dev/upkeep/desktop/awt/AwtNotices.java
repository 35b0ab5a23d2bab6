package dev.upkeep.desktop.awt;

import dev.upkeep.desktop.Notice;
import dev.upkeep.desktop.NoticeListener;
import dev.upkeep.desktop.Notifier;
import java.awt.TrayIcon.MessageType;
import java.util.concurrent.CompletableFuture;

/// The notices of Windows, shown at the icon of the tray. They have no buttons: a click on one is
/// [NoticeListener#OPEN]. Windows keeps one at a time, so a new one replaces the former, and a
/// click is taken to mean the latest. One that was shown cannot be taken back.
public final class AwtNotices implements Notifier {
  private final AwtTray tray;
  private volatile String latest = "";

  /// Shows nothing before the tray has an icon.
  ///
  /// @param tray whose icon it is; started and closed by its owner
  public AwtNotices(AwtTray tray) {
    this.tray = tray;
  }

  @Override
  public void start(NoticeListener listener) {
    tray.onNoticeClicked(() -> {
      String tag = latest;
      if (!tag.isEmpty()) {
        listener.pressed(tag, NoticeListener.OPEN);
      }
    });
  }

  @Override
  public CompletableFuture<Boolean> show(Notice notice) {
    latest = notice.tag();
    Balloon balloon = Balloon.of(notice);
    return tray.display(balloon.title(), balloon.text(), balloon.type());
  }

  @Override
  public void withdraw(String tag) {
    if (latest.equals(tag)) {
      latest = "";
    }
  }

  @Override
  public void close() {
    tray.onNoticeClicked(() -> {});
  }

  /// What Windows is given.
  record Balloon(String title, String text, MessageType type) {
    /// A balloon without text is Windows' way to say "none", so a notice without a body has its
    /// title as text.
    static Balloon of(Notice notice) {
      boolean alone = notice.body().isBlank();
      return new Balloon(
          alone ? "" : ShortText.of(notice.title(), ShortText.TITLE),
          ShortText.of(alone ? notice.title() : notice.body(), ShortText.BODY),
          switch (notice.urgency()) {
            case LOW -> MessageType.NONE;
            case NORMAL -> MessageType.INFO;
            case CRITICAL -> MessageType.WARNING;
          });
    }
  }
}
