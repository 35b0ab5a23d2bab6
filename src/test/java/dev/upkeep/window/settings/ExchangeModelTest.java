package dev.upkeep.window.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.FakeAgent;
import dev.upkeep.window.link.Rig;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExchangeModelTest {
  private final Rig rig = new Rig(new FakeAgent());

  @Test
  void definitions_go_to_a_file_and_a_file_that_is_not_there_is_a_sentence(@TempDir Path folder)
      throws Exception {
    ExchangeModel exchange = new ExchangeModel(rig, rig.texts, rig.toasts);
    rig.connect();

    exchange.exportTo(folder.resolve("mine.json"));
    assertThat(Files.readString(folder.resolve("mine.json"))).isEqualTo(rig.agent.export());
    assertThat(rig.told()).containsExactly("Written to mine.json.");

    exchange.importFrom(folder.resolve("mine.json"));
    assertThat(rig.told()).contains("Nothing was added.");

    exchange.exportTo(folder.resolve("no/such/folder.json"));
    assertThat(exchange.problem().get()).startsWith("folder.json could not be written");
    exchange.importFrom(folder.resolve("gone.json"));
    assertThat(exchange.problem().get()).isEqualTo("gone.json could not be read.");
  }
}
