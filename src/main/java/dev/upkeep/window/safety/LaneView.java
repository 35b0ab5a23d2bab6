package dev.upkeep.window.safety;

import dev.upkeep.control.Outlook.Fate;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// Draws one [SafetyLane]: a line where this computer watches, a dot for each planned touch, a flag
/// at the deadline, a second line for who else keeps it, and the hatch of the time that this
/// computer is off. What the colours say, the shapes say too.
final class LaneView extends Region {
  /// Of a whole lane; so high that the strokes of the hatch meet those of the next.
  static final double HEIGHT = 32;

  private static final double MIDDLE = 20;
  private static final double SECOND = 26;
  private static final double DOT = 2;
  private static final double CLOSEST = 6;
  private static final double STROKES = 8;
  private static final double FLAG = 10;
  private static final double DASH = 6;

  private final Path hatch = path("lane-hatch");
  private final Path edge = path("lane-edge");
  private final Path line = path("lane-line");
  private final Path keeper = path("lane-keeper");
  private final Path dots = path("lane-dots");
  private final Path pole = path("lane-pole");
  private final Path flag = path("lane-flag");
  private Optional<SafetyLane> lane = Optional.empty();
  private double off;

  LaneView() {
    getStyleClass().add("lane");
    getChildren().addAll(hatch, edge, line, keeper, dots, pole, flag);
    setMinSize(0, HEIGHT);
    setPrefHeight(HEIGHT);
    setMaxSize(Double.MAX_VALUE, HEIGHT);
  }

  private static Path path(String styleClass) {
    Path path = new Path();
    path.getStyleClass().add(styleClass);
    path.setManaged(false);
    path.setMouseTransparent(true);
    return path;
  }

  /// Shows a lane.
  ///
  /// @param share the part of the axis for which this computer is off
  void show(SafetyLane now, double share) {
    lane = Optional.of(now);
    off = share;
    getStyleClass().removeIf(name -> name.startsWith("fate-"));
    getStyleClass()
        .add(
            switch (now.fate()) {
              case ENDANGERED -> "fate-endangered";
              case UNKNOWN -> "fate-unknown";
              case KEPT_ELSEWHERE -> "fate-kept";
              case SAFE -> "fate-safe";
            });
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    List.of(hatch, edge, line, keeper, dots, pole, flag)
        .forEach(path -> path.getElements().clear());
    double width = getWidth();
    lane.filter(_ -> width > 0).ifPresent(now -> draw(now, width));
  }

  private void draw(SafetyLane now, double width) {
    drawHatch(off * width);
    now.watchedFrom().ifPresent(from -> stroke(line, from * width, MIDDLE, width, MIDDLE));
    for (double at : now.dots(CLOSEST / width)) {
      dot(at * width);
    }
    if (now.keeper().isPresent()) {
      // In dashes: that somebody was seen says nothing of whether they go on.
      for (double x = 0; x < width; x += 2 * DASH) {
        stroke(keeper, x, SECOND, Math.min(width, x + DASH), SECOND);
      }
    }
    now.deadline().ifPresent(at -> drawFlag(now, at * width, width));
  }

  private void drawHatch(double end) {
    for (double x = -HEIGHT; x < end; x += STROKES) {
      // From the lower left to the upper right, cut off at both ends.
      double left = Math.max(0, x);
      double right = Math.min(end, x + HEIGHT);
      if (right > left) {
        stroke(hatch, left, HEIGHT - (left - x), right, HEIGHT - (right - x));
      }
    }
    if (end > 0) {
      stroke(edge, end, 0, end, HEIGHT);
    }
  }

  private void dot(double x) {
    double left = x - DOT;
    dots.getElements()
        .addAll(
            new MoveTo(left, MIDDLE),
            new LineTo(x, MIDDLE - DOT),
            new LineTo(x + DOT, MIDDLE),
            new LineTo(x, MIDDLE + DOT),
            new ClosePath());
  }

  /// A flag flies towards the middle, so that it is whole at either end; in danger it is filled,
  /// and one of a later time has an arrow's form.
  private void drawFlag(SafetyLane now, double x, double width) {
    double at = Math.clamp(x, 1, width - 1);
    double tip = at > width / 2 && !now.beyond() ? at - FLAG : at + (now.beyond() ? 0 : FLAG);
    stroke(pole, at, 4, at, HEIGHT - 4);
    if (now.beyond()) {
      flag.getElements()
          .addAll(
              new MoveTo(at - FLAG, 4),
              new LineTo(at, 4 + FLAG / 2),
              new LineTo(at - FLAG, 4 + FLAG),
              new ClosePath());
    } else if (now.fate() == Fate.ENDANGERED) {
      flag.getElements()
          .addAll(
              new MoveTo(at, 4),
              new LineTo(tip, 4),
              new LineTo(tip, 4 + FLAG),
              new LineTo(at, 4 + FLAG),
              new ClosePath());
    } else {
      flag.getElements()
          .addAll(
              new MoveTo(at, 4),
              new LineTo(tip, 4 + FLAG / 2),
              new LineTo(at, 4 + FLAG),
              new ClosePath());
    }
  }

  private static void stroke(Path path, double x1, double y1, double x2, double y2) {
    path.getElements().addAll(new MoveTo(x1, y1), new LineTo(x2, y2));
  }
}
