package dev.upkeep.window.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.Scratch;
import dev.upkeep.window.Headless;
import dev.upkeep.window.page.FirstRun;
import dev.upkeep.window.page.OpenWindow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Adding without forms, with a real agent and a real Redis.
@ExtendWith(FirstRun.class)
final class IntakeIT {
  private static void copy(String text) throws Exception {
    Headless.call(
        () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
  }

  @Test
  void from_an_empty_window_to_kept_in_two_actions(OpenWindow window, RedisServer redis)
      throws Exception {
    copy(redis.url());

    window.robot().push(KeyCode.CONTROL, KeyCode.V);
    window.until("Enter keeps it", () -> window.has("#save") && window.node("#save").isFocused());
    window.robot().type(KeyCode.ENTER);

    window.until("it is kept", () -> window.has("#done"));
    assertThat(redis.command("EXISTS", "upkeep:last-touch")).contains("1");
  }

  @Test
  void ctrl_v_works_on_every_page_and_what_is_no_connection_text_leads_nowhere(
      OpenWindow window, RedisServer redis) throws Exception {
    copy("nothing of the kind");
    window.robot().push(KeyCode.CONTROL, Tab.SAFETY.key());
    window.until("the page is there", () -> window.has("#lanes"));
    window.robot().push(KeyCode.CONTROL, KeyCode.V);
    window.until(
        "it says that it is none",
        () -> window.toasts().stream().anyMatch(text -> text.startsWith("No connection text")));
    window.robot().type(KeyCode.ESCAPE, KeyCode.ESCAPE);
    window.until("Esc ends the toast, then the page", () -> window.has("#add-first"));
    for (Tab tab : Tab.values()) {
      copy(redis.url());
      window.robot().push(KeyCode.CONTROL, tab.key());
      Headless.settle();
      window.robot().push(KeyCode.CONTROL, KeyCode.V);
      window.until(tab + " leads to adding", () -> window.has("#understood"));
      window.robot().type(KeyCode.ESCAPE);
      window.until("the overview is back from " + tab, () -> window.has("#add-first"));
    }
  }

  @Test
  void a_dropped_folder_is_kept_by_one_press(OpenWindow window, RedisServer redis)
      throws Exception {
    Path projects = Scratch.folder("projects");
    Path shop = Files.createDirectories(projects.resolve("shop"));
    Files.writeString(shop.resolve(".env"), "REDIS_URL=" + redis.url() + "\n");
    Files.writeString(shop.resolve(".env.example"), "REDIS_URL=redis://example.invalid:1\n");

    Headless.call(() -> {
      window.intake().take(List.of(projects));
      return true;
    });
    window.until("Enter keeps it", () -> window.has("#save") && window.node("#save").isFocused());
    assertThat(Headless.call(() -> window.reads("1 database in 1 file"))).isTrue();
    window.robot().type(KeyCode.ENTER);

    window.until("it is kept", () -> window.has("#done"));
    window.press("#done");
    window.until("its row is there", () -> window.rows().size() == 1);
    assertThat(Headless.call(() -> window.rows().getFirst().name())).isEqualTo("shop");
    Scratch.delete(projects);
  }
}
