package dev.upkeep.desktop.linux.notification;

import dev.upkeep.desktop.NoticeListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps what was pressed.
public final class HeardNotices implements NoticeListener {
  private final List<String> heard = new CopyOnWriteArrayList<>();

  public List<String> heard() {
    return List.copyOf(heard);
  }

  @Override
  public void pressed(String tag, String key) {
    heard.add(tag + " " + key);
  }
}
