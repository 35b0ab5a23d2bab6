package dev.upkeep.desktop.awt;

import dev.upkeep.desktop.Clipboard;
import java.awt.HeadlessException;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;

/// The clipboard of Windows and macOS.
public final class AwtClipboard implements Clipboard {
  @Override
  public boolean put(String text) {
    try {
      StringSelection selection = new StringSelection(text);
      Toolkit.getDefaultToolkit().getSystemClipboard().setContents(selection, selection);
      return true;
    } catch (IllegalStateException | HeadlessException takenOrNone) {
      return false;
    }
  }
}
