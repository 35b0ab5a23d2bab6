package dev.upkeep.window.settings;

import dev.upkeep.control.ImportReport;
import dev.upkeep.control.ImportTerms;
import dev.upkeep.window.link.AgentView;
import dev.upkeep.window.page.Toasts;
import dev.upkeep.window.text.CoreWords;
import dev.upkeep.window.text.ErrorWords;
import dev.upkeep.window.text.Texts;
import dev.upkeep.words.Screen;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Definitions to a file that a person chose, and from one. The agent says what goes in, and that
/// is never a secret.
final class ExchangeModel {
  /// Far more than definitions can be.
  private static final int LARGEST = 16 * 1024 * 1024;

  private final AgentView agent;
  private final Texts texts;
  private final Toasts toasts;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  ExchangeModel(AgentView agent, Texts texts, Toasts toasts) {
    this.agent = agent;
    this.texts = texts;
    this.toasts = toasts;
  }

  /// What could not be used or done, a line each.
  ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  /// Writes all definitions and settings.
  void exportTo(Path file) {
    problem.set("");
    agent.ask(
        api -> {
          String json = api.export();
          try {
            Files.writeString(file, json);
            return true;
          } catch (IOException _) {
            return false;
          }
        },
        written -> {
          if (written) {
            toasts.tell(texts.say(SettingsText.EXPORTED, name(file)));
          } else {
            problem.set(texts.say(SettingsText.NOT_WRITTEN, name(file)));
          }
        },
        e -> problem.set(Screen.clean(ErrorWords.of(e, texts))));
  }

  /// Adds what a file holds, paused.
  void importFrom(Path file) {
    problem.set("");
    agent.<Optional<ImportReport>>ask(
        api -> {
          Optional<String> json = read(file);
          return json.isPresent()
              ? Optional.of(api.importAll(json.get(), ImportTerms.CAREFUL))
              : Optional.empty();
        },
        report ->
            report.ifPresentOrElse(
                this::tell, () -> problem.set(texts.say(SettingsText.NOT_READ, name(file)))),
        e -> problem.set(Screen.clean(ErrorWords.of(e, texts))));
  }

  private void tell(ImportReport report) {
    toasts.tell(texts.say(SettingsText.IMPORTED, report.added().size()));
    problem.set(
        report.problems().stream()
            .map(new CoreWords(texts)::sentence)
            .collect(Collectors.joining("\n")));
  }

  private static Optional<String> read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      return bytes.length > LARGEST
          ? Optional.empty()
          : Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static String name(Path file) {
    return Screen.clean(String.valueOf(file.getFileName()));
  }
}
