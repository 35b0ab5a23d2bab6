package dev.upkeep.window.safety;

import dev.upkeep.window.safety.SafetyPicture.Absence;
import dev.upkeep.window.text.TimeWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;

/// The axis above the lanes: dates a few days apart, and the end of the absence, which can be
/// dragged and moved by keyboard.
final class AxisView extends Region {
  private static final int STEP = 5;
  private static final double LABELS = 16;
  private static final double THUMB = 16;
  private static final double BORDER = 1;
  private static final double HEIGHT = LABELS + THUMB + 6;

  private final List<Label> dates = new ArrayList<>();
  private final Slider end = new Slider(0, SafetyPicture.DAYS, 0);
  private boolean following;
  private double behind;

  /// @param spoken what the end is called
  AxisView(SafetyModel model, String spoken) {
    getStyleClass().add("axis");
    end.setId("absence-end");
    end.setAccessibleText(spoken);
    end.setMajorTickUnit(1);
    end.setMinorTickCount(0);
    end.setSnapToTicks(true);
    end.setBlockIncrement(1);
    for (int day = 0; day <= SafetyPicture.DAYS; day += STEP) {
      Label date = new Label();
      date.getStyleClass().add("caption");
      dates.add(date);
    }
    getChildren().addAll(dates);
    getChildren().add(end);
    end.valueProperty()
        .addListener((_, _, now) -> {
          int days = (int) Math.round(now.doubleValue());
          if (!following) {
            model.absence().set(new Absence.Days(days));
          }
        });
    model.absence().addListener((_, _, now) -> follow(now));
    follow(model.absence().get());
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setMaxHeight(HEIGHT);
  }

  private void follow(Absence absence) {
    following = true;
    double wanted = absence.share() * SafetyPicture.DAYS;
    // While it is dragged it stands between two days, and stays in the hand.
    if (Math.round(end.getValue()) != Math.round(wanted)) {
      end.setValue(wanted);
    }
    following = false;
  }

  /// The end, for the words that are said of it.
  Slider end() {
    return end;
  }

  /// What stands behind the lanes: their scroll bar, if there is one.
  void leave(double width) {
    behind = width;
    requestLayout();
  }

  void label(TimeWords moments, String today) {
    for (int i = 0; i < dates.size(); i++) {
      dates
          .get(i)
          .setText(
              i == 0 ? today : moments.date(moments.now().plus(Duration.ofDays((long) i * STEP))));
    }
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    // Like the list, it has a border.
    double left = BORDER + LaneCell.NAME + LaneCell.SPACE;
    double width = getWidth() - left - BORDER - LaneCell.DEADLINE - LaneCell.SPACE - behind;
    for (int i = 0; i < dates.size(); i++) {
      Label date = dates.get(i);
      date.autosize();
      double middle = left + width * i * STEP / SafetyPicture.DAYS;
      date.relocate(middle - date.getWidth() / 2, 0);
    }
    // The thumb's middle reaches from one end of the lanes to the other.
    end.resizeRelocate(left - THUMB / 2, LABELS + 2, width + THUMB, THUMB);
  }
}
