package dev.upkeep.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class FirstFrameIT {
  private final FirstFrame frame = new FirstFrame();
  private final List<String> ran = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void toolkit() throws Exception {
    Headless.start();
  }

  private void post(String task) {
    frame.execute(() -> ran.add(Platform.isFxApplicationThread() ? task : task + " elsewhere"));
  }

  @Test
  void what_comes_before_it_waits_for_it_and_keeps_its_order() throws Exception {
    post("first");
    post("second");
    Headless.settle();
    assertThat(ran).as("nobody waits for the frame yet").isEmpty();

    Node node = new Label("small");
    Headless.call(() -> {
      frame.await(node);
      return true;
    });
    Headless.settle();
    post("third");
    Headless.settle();

    assertThat(ran).containsExactly("first", "second", "third");
    assertThat(node.getOpacity()).as("as it was").isEqualTo(1);
  }
}
