package dev.upkeep.window.widget;

import dev.upkeep.control.Mark;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.Line;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.transform.Scale;

/// One of the six marks, drawn after `assets/tray/16`: a ring, which is the window of time, around
/// a core, which is the database. The colour is the style sheet's.
public final class StateMark extends Region {
  private static final double GRID = 16;
  private static final double CENTRE = 8;
  private static final double RADIUS = 6;
  private static final double GAP = 20.5;

  private final double size;

  /// A mark that says nothing to a screen reader: what stands beside it says it in words.
  ///
  /// @param size its edge, in pixels
  public StateMark(Mark mark, double size) {
    this.size = size;
    getStyleClass().addAll("state-mark", Styles.className(mark));
    Group drawing = new Group(shapes(mark));
    drawing.getTransforms().add(new Scale(size / GRID, size / GRID, 0, 0));
    // Unmanaged: a group's own bounds leave out what is empty around the drawing.
    drawing.setManaged(false);
    drawing.setAutoSizeChildren(false);
    getChildren().add(drawing);
    setMinSize(size, size);
    setMaxSize(size, size);
    setMouseTransparent(true);
  }

  @Override
  protected double computePrefWidth(double height) {
    return size;
  }

  @Override
  protected double computePrefHeight(double width) {
    return size;
  }

  private static Node[] shapes(Mark mark) {
    return switch (mark) {
      case ALIVE -> new Node[] {ring(0, 360), core()};
      case ATTENTION -> new Node[] {ring(90, 270), core()};
      case DANGER ->
          new Node[] {
            filled(
                "M6.7 2.1Q8 0 9.3 2.1L15 12.4Q16.4 15 13.6 15H2.4Q-.4 15 1 12.4Z"
                    + "M7 5.5H9V10H7ZM7 11H9V13H7Z")
          };
      case PAUSED -> new Node[] {ring(0, 360), filled("M5 5H7V11H5ZM9 5H11V11H9Z")};
      case OFFLINE ->
          new Node[] {ring(135 + GAP, 180 - 2 * GAP), ring(315 + GAP, 180 - 2 * GAP), slash()};
      case EMPTY -> new Node[] {dashes(), filled("M5 7H7V5H9V7H11V9H9V11H7V9H5Z")};
    };
  }

  private static Shape ring(double start, double length) {
    Arc arc = new Arc(CENTRE, CENTRE, RADIUS, RADIUS, start, length);
    arc.setType(ArcType.OPEN);
    return stroked(arc);
  }

  private static Shape dashes() {
    Circle circle = new Circle(CENTRE, CENTRE, RADIUS);
    circle.getStrokeDashArray().addAll(2.922, 1.791);
    circle.setStrokeDashOffset(1.461);
    return stroked(circle);
  }

  private static Shape slash() {
    return stroked(new Line(1.8, 1.8, 14.2, 14.2));
  }

  private static Shape core() {
    return filled(new Circle(CENTRE, CENTRE, 3));
  }

  private static Shape filled(String path) {
    SVGPath shape = new SVGPath();
    shape.setContent(path);
    shape.setFillRule(FillRule.EVEN_ODD);
    return filled(shape);
  }

  private static Shape filled(Shape shape) {
    shape.getStyleClass().add("mark-fill");
    return shape;
  }

  private static Shape stroked(Shape shape) {
    shape.getStyleClass().add("mark-line");
    shape.setStrokeWidth(2);
    shape.setStrokeLineCap(StrokeLineCap.BUTT);
    return shape;
  }
}
