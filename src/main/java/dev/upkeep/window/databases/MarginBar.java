package dev.upkeep.window.databases;

import dev.upkeep.database.Margin;
import dev.upkeep.window.widget.Styles;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/// What is left of the provider's window, as a bar: full is the whole window. The colour, which the
/// style sheet gives by level, repeats what the length says.
final class MarginBar extends Region {
  private static final double HEIGHT = 8;

  private final Region fill = new Region();
  private double share;

  MarginBar() {
    getStyleClass().add("margin-bar");
    fill.getStyleClass().add("margin-fill");
    getChildren().add(fill);
    setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
  }

  /// Shows a share of the window.
  ///
  /// @param newShare from 0 to 1; empty where nothing is known, which leaves the bar empty
  /// @param spoken what a screen reader says
  void show(Optional<Double> newShare, Margin.Level level, String spoken) {
    share = newShare.orElse(0.0);
    fill.getStyleClass().setAll("margin-fill", Styles.className(level));
    setAccessibleText(spoken);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    // Something that is left is to be seen.
    double width = share > 0 ? Math.max(HEIGHT, getWidth() * share) : 0;
    fill.resizeRelocate(0, 0, snapSizeX(width), getHeight());
  }

  @Override
  protected double computePrefHeight(double width) {
    return HEIGHT;
  }

  @Override
  protected double computeMaxHeight(double width) {
    return HEIGHT;
  }
}
