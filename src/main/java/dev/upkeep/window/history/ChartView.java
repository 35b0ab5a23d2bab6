package dev.upkeep.window.history;

import dev.upkeep.history.Stretch;
import dev.upkeep.window.text.Texts;
import dev.upkeep.window.widget.ArrowKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;

/// Draws a [LatencyChart]: a curve, outages shaded, and ground of its own where nobody watched.
/// Hovering tells about one stretch, and so do the arrow keys.
final class ChartView extends Region {
  private static final double HEIGHT = 144;
  private static final double TOP = 24;
  private static final double BOTTOM = 20;
  private static final double DOT = 2;
  private static final double GAP = 12;

  private final Path unwatched = path("chart-unwatched");
  private final Path outages = path("chart-outages");
  private final Path line = path("chart-line");
  private final Path base = path("chart-base");
  private final Rectangle cursor = new Rectangle();
  private final Label top = caption();
  private final List<Label> times = new ArrayList<>();
  private ChartAxis axis = new ChartAxis(List.of());
  private final HBox legend;
  private final Tooltip detail = new Tooltip();
  private LatencyChart chart = LatencyChart.EMPTY;
  private Optional<HistoryWords> words = Optional.empty();
  private int chosen = -1;

  ChartView(Texts texts) {
    setId("chart");
    getStyleClass().add("chart-view");
    legend =
        new HBox(
            key("key-line", texts.say(HistoryText.LATENCY)),
            key("key-outage", texts.say(HistoryText.OUTAGE)),
            key("key-unwatched", texts.say(HistoryText.NOBODY_WATCHED)));
    legend.getStyleClass().add("chart-legend");
    cursor.getStyleClass().add("strip-cursor");
    cursor.setManaged(false);
    cursor.setVisible(false);
    getChildren().addAll(unwatched, outages, cursor, line, base, top, legend);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setOnMouseMoved(event -> choose((int) Math.floor(event.getX() / pitch())));
    setOnMouseExited(_ -> choose(-1));
    setOnKeyPressed(this::move);
    focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            choose(-1);
          }
        });
  }

  private static Path path(String styleClass) {
    Path path = new Path();
    path.getStyleClass().add(styleClass);
    path.setManaged(false);
    return path;
  }

  private static Label caption() {
    Label label = new Label();
    label.getStyleClass().add("caption");
    return label;
  }

  private static Node key(String styleClass, String text) {
    Label label = caption();
    label.setText(text);
    Rectangle sample = new Rectangle(12, 8);
    sample.getStyleClass().add(styleClass);
    label.setGraphic(sample);
    return label;
  }

  /// Shows a chart.
  void show(LatencyChart now, HistoryWords newWords) {
    chart = now;
    words = Optional.of(newWords);
    choose(-1);
    setAccessibleText(newWords.chart(now));
    top.setText(now.top().map(newWords.moments()::millis).orElse(""));
    List<Stretch> stretches = now.stretches();
    axis =
        stretches.isEmpty()
            ? new ChartAxis(List.of())
            : newWords.axis(stretches.getFirst().from(), stretches.getLast().to());
    label();
    requestLayout();
  }

  private void label() {
    while (times.size() < axis.marks().size()) {
      Label label = caption();
      times.add(label);
      getChildren().add(label);
    }
    while (times.size() > axis.marks().size()) {
      getChildren().remove(times.removeLast());
    }
    for (int i = 0; i < times.size(); i++) {
      times.get(i).setText(axis.marks().get(i).text());
    }
  }

  /// Each beneath its time; one that would stand in another is left out.
  private void placeTimes(double width, double low) {
    double free = 0;
    for (int i = 0; i < times.size(); i++) {
      Label label = times.get(i);
      label.autosize();
      double middle = axis.marks().get(i).share() * width - label.getWidth() / 2;
      double left = Math.clamp(middle, 0, Math.max(0, width - label.getWidth()));
      label.setVisible(left >= free);
      if (left >= free) {
        label.relocate(left, low + 2);
        free = left + label.getWidth() + GAP;
      }
    }
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double low = getHeight() - BOTTOM;
    base.getElements().setAll(new MoveTo(0, low), new LineTo(width, low));
    fill(unwatched, LatencyChart.Ground.UNWATCHED, low);
    fill(outages, LatencyChart.Ground.OUTAGE, low);
    line.getElements().clear();
    for (List<LatencyChart.Point> points : chart.lines()) {
      draw(points, width, low);
    }
    top.autosize();
    top.relocate(0, 0);
    placeTimes(width, low);
    legend.autosize();
    legend.relocate(Math.max(top.getWidth(), width - legend.getWidth()), 0);
  }

  /// Side by side stretches become one piece.
  private void fill(Path path, LatencyChart.Ground ground, double low) {
    path.getElements().clear();
    List<Stretch> stretches = chart.stretches();
    for (int i = 0; i < stretches.size(); i++) {
      int first = i;
      while (i < stretches.size() && chart.ground(stretches.get(i)) == ground) {
        i++;
      }
      if (i > first) {
        double left = first * pitch();
        double right = Math.max(i * pitch(), left + DOT);
        path.getElements()
            .addAll(
                new MoveTo(left, low),
                new LineTo(left, TOP),
                new LineTo(right, TOP),
                new LineTo(right, low),
                new ClosePath());
      }
    }
  }

  /// A single point is a short line, or it would not be seen.
  private void draw(List<LatencyChart.Point> points, double width, double low) {
    for (int i = 0; i < points.size(); i++) {
      double x = points.get(i).x() * width;
      double y = low - points.get(i).y() * (low - TOP);
      line.getElements().add(i == 0 ? new MoveTo(x, y) : new LineTo(x, y));
      if (points.size() == 1) {
        line.getElements().add(new LineTo(x + DOT, y));
      }
    }
  }

  private double pitch() {
    return getWidth() / Math.max(1, chart.stretches().size());
  }

  private void move(KeyEvent event) {
    ArrowKeys.along(event, chosen, chart.stretches().size() - 1, this::choose);
  }

  private void choose(int stretch) {
    int now = stretch >= 0 && stretch < chart.stretches().size() ? stretch : -1;
    if (now == chosen) {
      return;
    }
    chosen = now;
    cursor.setVisible(now >= 0);
    if (now < 0) {
      detail.hide();
      return;
    }
    cursor.setX(now * pitch());
    cursor.setY(TOP);
    cursor.setWidth(Math.max(DOT, pitch()));
    cursor.setHeight(getHeight() - BOTTOM - TOP);
    detail.setText(words.map(w -> w.stretch(chart.stretches().get(now), chart)).orElse(""));
    setAccessibleHelp(detail.getText());
    Bounds onScreen = localToScreen(getBoundsInLocal());
    if (onScreen != null) {
      detail.show(this, onScreen.getMinX() + now * pitch(), onScreen.getMaxY());
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return HEIGHT;
  }

  @Override
  protected double computeMinHeight(double width) {
    return HEIGHT;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 480;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 240;
  }
}
