package dev.upkeep.window.help;

import dev.upkeep.control.SettingsView;
import dev.upkeep.control.Snapshot;
import dev.upkeep.window.link.AgentView;
import dev.upkeep.window.page.Toasts;
import dev.upkeep.window.page.WindowTime;
import dev.upkeep.window.text.CoreWords;
import dev.upkeep.window.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What the page of help has to tell beside its texts.
final class HelpModel {
  private final AgentView agent;
  private final Texts texts;
  private final WindowTime time;
  private final Toasts toasts;
  private final Consumer<String> clipboard;
  private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper("");

  /// A model of the page.
  ///
  /// @param clipboard takes a text
  HelpModel(
      AgentView agent, Texts texts, WindowTime time, Toasts toasts, Consumer<String> clipboard) {
    this.agent = agent;
    this.texts = texts;
    this.time = time;
    this.toasts = toasts;
    this.clipboard = clipboard;
  }

  /// A library, and the terms under which it is part of this.
  record Library(String name, String licence, String address) {}

  /// Every library that comes with Upkeep.
  static List<Library> libraries() {
    return resource("licences.txt")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\\|", -1))
        .map(parts -> new Library(parts[0].strip(), parts[1].strip(), parts[2].strip()))
        .toList();
  }

  /// The version that the build wrote down.
  static String version() {
    return resource("/dev/upkeep/build.properties")
        .lines()
        .filter(line -> line.startsWith("version="))
        .map(line -> line.substring(line.indexOf('=') + 1))
        .findFirst()
        .orElse("?");
  }

  /// What is known of newer versions; empty if nothing is.
  ReadOnlyStringProperty news() {
    return news.getReadOnlyProperty();
  }

  /// Follows what the agent says.
  void start() {
    agent.snapshot().subscribe(this::see);
  }

  private void see(Optional<Snapshot> seen) {
    news.set(
        seen.flatMap(snapshot -> snapshot.agent().news())
            .map(new CoreWords(texts)::sentence)
            .orElse(""));
  }

  /// Puts everything onto the clipboard that helps others to help; what the agent has to say only
  /// if it answers.
  void copyDiagnostics() {
    agent.ask(api -> api.settings(), view -> copy(Optional.of(view)), _ -> copy(Optional.empty()));
  }

  private void copy(Optional<SettingsView> settings) {
    Properties system = System.getProperties();
    clipboard.accept(
        new Diagnostics(version(), time.clock().instant(), system, agent.snapshot().get(), settings)
            .text());
    toasts.tell(texts.say(HelpText.COPIED));
  }

  private static String resource(String name) {
    try (InputStream in = HelpModel.class.getResourceAsStream(name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
