package dev.upkeep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class SettingsPageTest {
  @Test
  void the_page_among_the_documents_says_what_the_settings_say() throws IOException {
    assertThat(Files.readString(Path.of("src/docs/settings.md")))
        .as("make build writes it anew")
        .isEqualTo(SettingsPage.text());
  }
}
