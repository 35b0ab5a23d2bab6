package dev.upkeep.window.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.upkeep.window.page.Appearance;
import dev.upkeep.window.page.Appearances;
import dev.upkeep.window.widget.Styles;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;

/// Puts the appearance onto a scene, and follows the system where that is wanted.
public final class Theme {
  private static final String DARK = "dark";

  private Theme() {}

  /// Reads the theme that is probably wanted. Before the first control, or the toolkit would read
  /// one of its own for nothing.
  public static void prepare() {
    use(isDark(Appearance.SYSTEM));
  }

  /// The scene follows the choice, and the system, from now on.
  static void follow(Scene scene, Appearances appearances) {
    Runnable apply = () -> apply(scene, isDark(appearances.chosen().get()));
    appearances.chosen().addListener((_, _, _) -> apply.run());
    Platform.getPreferences().colorSchemeProperty().addListener((_, _, _) -> apply.run());
    apply.run();
  }

  /// Makes a scene light or dark.
  static void apply(Scene scene, boolean dark) {
    use(dark);
    String own =
        Objects.requireNonNull(Theme.class.getResource("upkeep.css"), "upkeep.css")
            .toExternalForm();
    if (!scene.getStylesheets().contains(own)) {
      scene.getStylesheets().add(own);
    }
    Parent root = scene.getRoot();
    Styles.set(root, DARK, dark);
  }

  private static void use(boolean dark) {
    Application.setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
  }

  private static boolean isDark(Appearance appearance) {
    return switch (appearance) {
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
      case LIGHT -> false;
      case DARK -> true;
    };
  }
}
