package dev.upkeep.cli;

import dev.upkeep.cli.settings.SettingHelp;
import dev.upkeep.language.Language;
import dev.upkeep.language.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The page of all settings among the documents, from what they say of themselves.
final class SettingsPage {
  private static final String INTRODUCTION =
      """
      # Settings

      Made by `make build` from what the settings say of themselves; change it there (`Setting`, `SettingPhrase`).

      `upkeep settings` shows them all, `upkeep settings KEY VALUE` changes one, and `default` takes it back. Durations are
      written as `90m`, `6h`, `30d` or `3 hours`. The window has them on its page of settings. `webhook.url`, `mail.password` and
      `heartbeat.url` are secrets: asked for, or read from standard input, and kept in the secret store; `off` removes one.

      | key | what it is for |
      |---|---|
      """;

  private SettingsPage() {}

  /// Writes the page.
  ///
  /// @param arguments its file
  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(arguments[0]), text());
  }

  static String text() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    SettingHelp.all()
        .forEach((key, help) -> page.append("| `%s` | %s |\n".formatted(key, cell(help))));
    return page.toString();
  }

  private static String cell(Sentence help) {
    return Language.ENGLISH.say(help).replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*");
  }
}
