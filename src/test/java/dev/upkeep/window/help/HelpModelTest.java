package dev.upkeep.window.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.history.Health;
import dev.upkeep.testing.FakeAgent;
import dev.upkeep.testing.Statuses;
import dev.upkeep.window.link.Rig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class HelpModelTest {
  private final Rig rig = new Rig(new FakeAgent());

  @Test
  void diagnostics_hold_states_and_nothing_that_is_foreign() throws Exception {
    String canary = "c4n4ry";
    rig.agent.with(Statuses.alive(canary), Statuses.failing(canary + 2, Health.DOWN, 4));
    rig.agent.settings.elsewhere("network.names", canary + ".example.com");
    rig.connect();
    StringBuilder copied = new StringBuilder();

    new HelpModel(rig, rig.texts, rig.time, rig.toasts, copied::append).copyDiagnostics();

    assertThat(copied)
        .contains("database.2: UPSTASH REDIS+TLS WRITE DOWN failures=4", "last=FAILED/AUTH")
        .contains("setting.alert.after: 3", "agent.version: 1.0", "java.version: ")
        .doesNotContain(canary)
        .doesNotContain("4711")
        .doesNotContain("rejected")
        .doesNotContain("keychain")
        .doesNotContain(System.getProperty("user.home"));
  }

  @Test
  void every_library_in_the_program_is_named_with_its_licence() throws Exception {
    List<String> named = HelpModel.libraries().stream().map(HelpModel.Library::name).toList();
    String pom = Files.readString(Path.of("pom.xml"));
    String dependencies = pom.substring(pom.lastIndexOf("</dependencyManagement>"));
    List<String> used =
        Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL)
            .matcher(dependencies)
            .results()
            .map(found -> found.group(1))
            .filter(dependency -> !dependency.contains("<scope>test"))
            .map(
                dependency -> dependency.replaceAll("(?s).*<artifactId>(.*?)</artifactId>.*", "$1"))
            .toList();

    assertThat(used).contains("jedis", "javafx-controls");
    assertThat(used).allMatch(artifact -> named.stream().anyMatch(artifact::startsWith));
    assertThat(HelpModel.libraries()).allMatch(library -> !library.licence().isEmpty());
    assertThat(HelpModel.version()).isNotEqualTo("?");
  }
}
