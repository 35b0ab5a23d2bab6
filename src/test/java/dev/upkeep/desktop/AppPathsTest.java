package dev.upkeep.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AppPathsTest {
  private static final Path HOME = Path.of("/home/ann");

  private static AppPaths on(String os, Map<String, String> environment) {
    return AppPaths.of(os, environment, HOME, Optional.empty());
  }

  @Test
  void linux_has_the_xdg_folders() {
    AppPaths paths = on("Linux", Map.of("XDG_CONFIG_HOME", "/conf", "XDG_STATE_HOME", "relative"));

    assertThat(paths.definitionsFile()).isEqualTo(Path.of("/conf/upkeep/upkeep.json"));
    assertThat(paths.historyFile()).isEqualTo(HOME.resolve(".local/state/upkeep/upkeep.db"));
    assertThat(paths.cache()).isEqualTo(HOME.resolve(".cache/upkeep"));
    assertThat(paths.logFile()).isEqualTo(HOME.resolve(".local/state/upkeep/logs/upkeep.log"));
  }

  @Test
  void macos_has_its_library() {
    AppPaths paths = on("Mac OS X", Map.of("XDG_CONFIG_HOME", "/conf"));

    assertThat(paths.config()).isEqualTo(HOME.resolve("Library/Application Support/Upkeep"));
    assertThat(paths.logs()).isEqualTo(HOME.resolve("Library/Logs/Upkeep"));
  }

  @Test
  void windows_has_its_local_application_data() {
    assertThat(on("Windows 11", Map.of("LOCALAPPDATA", "/local")).state())
        .isEqualTo(Path.of("/local/Upkeep"));
    assertThat(on("Windows 11", Map.of()).state()).isEqualTo(HOME.resolve("AppData/Local/Upkeep"));
  }

  @Test
  void everything_can_be_put_under_one_folder() {
    AppPaths paths = on("Linux", Map.of("UPKEEP_HOME", "/srv/upkeep", "XDG_CONFIG_HOME", "/conf"));

    assertThat(paths.config()).isEqualTo(Path.of("/srv/upkeep"));
    assertThat(paths.logFile()).isEqualTo(Path.of("/srv/upkeep/logs/upkeep.log"));
  }

  @Test
  void a_profile_has_folders_of_its_own_and_shares_the_cache() {
    AppPaths work = AppPaths.of("Linux", Map.of("UPKEEP_HOME", "/u"), HOME, Optional.of("work"));

    assertThat(work.historyFile()).isEqualTo(Path.of("/u/profiles/work/upkeep.db"));
    assertThat(work.cache()).isEqualTo(Path.of("/u/cache"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "a/b", "A", "-x", "con:", "ä", " "})
  void a_profile_that_is_no_folder_name_is_refused(String name) {
    assertThat(AppPaths.profileProblem(name)).isPresent();
  }
}
