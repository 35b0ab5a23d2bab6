package dev.upkeep.window.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.window.Headless;
import dev.upkeep.window.text.Texts;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class PasteBoxIT {
  private final StringProperty text = new SimpleStringProperty("");

  @BeforeAll
  static void start() throws Exception {
    Headless.start();
  }

  private TextArea area() throws Exception {
    return Headless.call(() -> {
      PasteBox box = new PasteBox(text, "Paste", new Texts(Locale.UK), 5);
      Scene _ = new Scene(box.node());
      return (TextArea) box.node().lookup("#paste");
    });
  }

  private String afterUndoing(TextArea area) throws Exception {
    Headless.settle();
    return Headless.call(() -> {
      area.undo();
      area.undo();
      return area.getText();
    });
  }

  @Test
  void a_secret_that_was_typed_away_does_not_come_back() throws Exception {
    TextArea area = area();
    Headless.call(() -> {
      area.replaceText(0, 0, "redis://:c4n4ry@127.0.0.1");
      area.replaceText(0, area.getLength(), "");
      return area;
    });

    assertThat(afterUndoing(area)).isEmpty();
    assertThat(text.get()).isEmpty();
  }

  @Test
  void nor_does_one_that_was_saved() throws Exception {
    TextArea area = area();
    Headless.call(() -> {
      area.replaceText(0, 0, "redis://:c4n4ry@127.0.0.1");
      text.set("");
      return area;
    });

    assertThat(afterUndoing(area)).isEmpty();
  }

  @Test
  void a_letter_too_many_can_still_be_undone() throws Exception {
    TextArea area = area();
    Headless.call(() -> {
      area.replaceText(0, 0, "redis://127.0.0.1");
      area.replaceText(0, 5, "");
      return area;
    });
    Headless.settle();

    assertThat(
            Headless.call(() -> {
              area.undo();
              return area.getText();
            }))
        .isEqualTo("redis://127.0.0.1");
  }
}
