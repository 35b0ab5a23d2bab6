package dev.upkeep.desktop;

import java.util.List;

/// What the tray shows at one moment.
///
/// @param headline one plain sentence, for the tooltip and the title that screen readers speak
/// @param details more sentences for the tooltip, a line each; may be empty
public record TrayView(TrayMark mark, String headline, List<String> details, List<TrayMenu> menu) {
  public TrayView {
    details = List.copyOf(details);
    menu = List.copyOf(menu);
  }
}
