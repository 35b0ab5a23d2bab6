package dev.upkeep.window.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.FakeDeveloperApi;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.window.Headless;
import dev.upkeep.window.RealAgent;
import dev.upkeep.window.page.OpenWindow;
import dev.upkeep.window.page.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What a person is told and asked once, after the first database: with an agent that an installed
/// launcher starts.
@EnabledOnOs(OS.LINUX)
final class LoginOfferIT {
  private static final String KEY = "c4n4ry-api-key";

  @TempDir private Path home;

  @Test
  void the_first_database_leads_to_the_start_at_login() throws Exception {
    Path launcher = Files.createFile(home.resolve("upkeep"));
    try (RedisServer redis = RedisServer.builder().password("first-pass").start();
        RealAgent agent = RealAgent.installed(home, launcher).start()) {
      OpenWindow window = OpenWindow.on(agent.place(), new Route.Databases());
      try {
        window.press("#add-first");
        window.paste("#paste", redis.url());
        window.press("#save");

        accept(window, "#done", launcher);
      } finally {
        window.close();
      }
    }
  }

  @Test
  void the_first_databases_of_an_account_lead_there_as_well() throws Exception {
    Path launcher = Files.createFile(home.resolve("upkeep"));
    try (RedisServer redis = RedisServer.builder().password("first-pass").start();
        FakeDeveloperApi account =
            FakeDeveloperApi.start(KEY)
                .with(FakeDeveloperApi.local("id-1", "shop", redis.port(), "first-pass"));
        RealAgent agent =
            RealAgent.installed(home, launcher)
                .env("UPKEEP_UPSTASH_API", account.uri().toString())
                .start()) {
      OpenWindow window = OpenWindow.on(agent.place(), new Route.ImportUpstash());
      try {
        window.until("the account is asked for", () -> window.has("#email"));
        window.paste("#email", FakeDeveloperApi.EMAIL);
        window.paste("#api-key", KEY);
        window.press("#list-account");
        window.until("it is listed", () -> window.has("#add-chosen"));
        assertThat(Headless.call(() -> window.has("#login"))).isFalse();
        window.press("#add-chosen");

        accept(window, "#import-done", launcher);
      } finally {
        window.close();
      }
    }
  }

  /// The offer is made and accepted as it is, and then Upkeep starts at login.
  private void accept(OpenWindow window, String done, Path launcher) throws Exception {
    window.until("the offer is there", () -> window.has("#login"));
    window.until(
        "it is open and ticked",
        () -> window.node("#login") instanceof CheckBox box && box.isSelected());
    window.until(
        "it is asked, and left to the person, whether to look for new versions",
        () ->
            window.has("#updates")
                && window.node("#updates") instanceof CheckBox box
                && !box.isSelected());
    assertThat(Headless.call(() -> window.reads("The password is kept in the file")))
        .as("where the credential is, of this agent under a passphrase")
        .isTrue();
    assertThat(entries()).isEmpty();

    window.press(done);

    window.until("the overview is back", () -> window.rows().size() == 1);
    assertThat(entries())
        .singleElement()
        .satisfies(entry -> assertThat(entry).content().contains(launcher.toString()));
  }

  private List<Path> entries() throws Exception {
    Path folder = home.resolve("config/autostart");
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
