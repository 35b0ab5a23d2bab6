package dev.upkeep.window.databases;

import dev.upkeep.window.widget.ArrowKeys;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;

/// The latest touches as thin bars: height by latency, a cross where one failed, empty space where
/// nobody watched. Hovering tells about one of them, and so do the arrow keys.
final class RecentTouchesView extends Region {
  private static final double PITCH = 5;
  private static final double BAR = 4;
  private static final double HEIGHT = 20;

  private final Path bars = new Path();
  private final Path crosses = new Path();
  private final Rectangle cursor = new Rectangle(PITCH + 1, HEIGHT);
  private final Tooltip detail = new Tooltip();
  private Function<RecentTouches.Slot, String> words = _ -> "";
  private RecentTouches strip = RecentTouches.EMPTY;
  private int chosen = -1;

  RecentTouchesView() {
    getStyleClass().add("touch-strip");
    bars.getStyleClass().add("strip-bars");
    crosses.getStyleClass().add("strip-crosses");
    cursor.getStyleClass().add("strip-cursor");
    cursor.setVisible(false);
    List.of(cursor, bars, crosses).forEach(shape -> shape.setManaged(false));
    getChildren().addAll(cursor, bars, crosses);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setOnMouseMoved(this::hover);
    setOnMouseExited(_ -> choose(-1));
    setOnKeyPressed(this::move);
    focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            choose(-1);
          }
        });
  }

  /// Shows a strip.
  ///
  /// @param spoken what a screen reader says of the whole
  /// @param newWords what is told about one slot
  void show(RecentTouches newStrip, String spoken, Function<RecentTouches.Slot, String> newWords) {
    words = newWords;
    setAccessibleText(spoken);
    if (newStrip.equals(strip)) {
      return;
    }
    strip = newStrip;
    choose(-1);
    bars.getElements().clear();
    crosses.getElements().clear();
    for (int i = 0; i < strip.slots().size(); i++) {
      double x = i * PITCH;
      switch (strip.slots().get(i)) {
        case RecentTouches.Slot.Bar bar -> bars.getElements().addAll(bar(x, bar.height()));
        case RecentTouches.Slot.Cross _ -> crosses.getElements().addAll(cross(x));
        case RecentTouches.Slot.Gap _ -> {}
      }
    }
  }

  private static PathElement[] bar(double x, double share) {
    double top = HEIGHT - Math.max(1, Math.round(share * HEIGHT));
    return new PathElement[] {
      new MoveTo(x, HEIGHT),
      new LineTo(x, top),
      new HLineTo(x + BAR),
      new LineTo(x + BAR, HEIGHT),
      new HLineTo(x)
    };
  }

  private static PathElement[] cross(double x) {
    double middle = HEIGHT - 4;
    double reach = 2;
    double centre = x + BAR / 2;
    return new PathElement[] {
      new MoveTo(centre - reach, middle - reach),
      new LineTo(centre + reach, middle + reach),
      new MoveTo(centre - reach, middle + reach),
      new LineTo(centre + reach, middle - reach)
    };
  }

  private void hover(MouseEvent event) {
    choose((int) Math.floor(event.getX() / PITCH));
  }

  private void move(KeyEvent event) {
    ArrowKeys.along(event, chosen, strip.slots().size() - 1, this::choose);
  }

  private void choose(int slot) {
    int now = slot < strip.slots().size() ? slot : -1;
    if (now == chosen) {
      return;
    }
    chosen = now;
    cursor.setVisible(now >= 0);
    if (now < 0) {
      detail.hide();
      return;
    }
    cursor.setX(now * PITCH - 1);
    detail.setText(words.apply(strip.slots().get(now)));
    setAccessibleHelp(detail.getText());
    Optional.ofNullable(localToScreen(getBoundsInLocal()))
        .ifPresent(bounds -> tell(bounds, now * PITCH));
  }

  private void tell(Bounds onScreen, double x) {
    detail.show(this, onScreen.getMinX() + x, onScreen.getMaxY() + PITCH);
  }

  @Override
  protected double computePrefWidth(double height) {
    return RecentTouches.SLOTS * PITCH;
  }

  @Override
  protected double computePrefHeight(double width) {
    return HEIGHT;
  }

  @Override
  protected double computeMaxHeight(double width) {
    return HEIGHT;
  }

  @Override
  protected double computeMaxWidth(double height) {
    return computePrefWidth(height);
  }

  @Override
  protected double computeMinWidth(double height) {
    return computePrefWidth(height);
  }
}
