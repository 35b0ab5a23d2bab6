package dev.upkeep.desktop.linux.tray;

import dev.upkeep.desktop.TrayListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps what a tray told.
final class HeardTray implements TrayListener {
  private final List<String> heard = new CopyOnWriteArrayList<>();

  List<String> heard() {
    return List.copyOf(heard);
  }

  @Override
  public void chosen(String key) {
    heard.add("chosen " + key);
  }

  @Override
  public void activated() {
    heard.add("activated");
  }

  @Override
  public void shown(boolean shown) {
    heard.add(shown ? "shown" : "hidden");
  }
}
