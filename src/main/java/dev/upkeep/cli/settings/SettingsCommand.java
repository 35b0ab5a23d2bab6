package dev.upkeep.cli.settings;

import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.Input;
import dev.upkeep.cli.console.Suggestions;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.UsageException;
import dev.upkeep.cli.status.IntegrationReport;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.IntegrationStatus;
import dev.upkeep.control.SettingsView;
import dev.upkeep.json.Json;
import dev.upkeep.language.Sentence;
import dev.upkeep.words.Screen;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `upkeep settings`: shows settings and changes one.
@Command(
    name = "settings",
    description = {
      "Show all settings, show one, or change one. The value default takes it back.",
      "webhook.url and heartbeat.url are secrets: they are asked for, or read from standard input,"
          + " and kept in the secret store; the value off removes one. webhook.test and"
          + " heartbeat.test send a test message.",
      "mail.password, of the user of mail.server, is such a secret, too; mail.test sends a test.",
      "webhook.NAME.url makes a further webhook of that name, webhook.NAME.form,"
          + " webhook.NAME.events and webhook.NAME.tags say what it understands, what it is told, and of"
          + " which databases; webhook.NAME.test tries it."
    })
public final class SettingsCommand implements Callable<Integer> {
  /// The addresses among the settings that are no secrets.
  private static final Set<String> PUBLIC_ADDRESSES = Set.of("status.url", "mail.server");

  private static final int VALUE_COLUMNS = 32;

  /// For the completion of shells.
  static final class Keys extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Keys() {
      super(SettingHelp.all().keySet());
    }
  }

  @ParentCommand private Upkeep upkeep;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "KEY",
      completionCandidates = SettingsCommand.Keys.class,
      description = "Which setting.")
  private @Nullable String key;

  @Parameters(index = "1", arity = "0..1", paramLabel = "VALUE", description = "Its new value.")
  private @Nullable String value;

  @Option(
      names = "--stdin",
      description =
          "Take the value from standard input or ask for it, as for a URL that is secret.")
  private boolean stdin;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  SettingsCommand() {}

  @Override
  public Integer call() throws Exception {
    Optional<IntegrationKey> outlet = Optional.ofNullable(key).flatMap(IntegrationKey::of);
    if (outlet.isPresent()) {
      return outlet.get().run(upkeep, Optional.ofNullable(value), stdin).status();
    }
    Optional<ChannelKey> part = Optional.ofNullable(key).flatMap(ChannelKey::of);
    if (part.isPresent()) {
      partOfChannel(part.get(), newValue());
      return ExitCode.OK.status();
    }
    Optional<String> wanted = Optional.ofNullable(key);
    Optional<String> newValue = newValue();
    try (AgentApi agent = upkeep.agent()) {
      SettingsView view = agent.settings();
      if (wanted.isEmpty()) {
        all(view, agent.outlets());
      } else if (newValue.isPresent()) {
        print(change(agent, view, wanted.get(), newValue.get()), wanted.get());
      } else if (view.values().containsKey(wanted.get())) {
        print(view, wanted.get());
      } else {
        throw new UsageException(unknown(wanted.get(), view));
      }
    }
    return ExitCode.OK.status();
  }

  private void partOfChannel(ChannelKey part, Optional<String> newValue) throws Exception {
    try (AgentApi agent = upkeep.agent()) {
      if (newValue.isPresent()) {
        part.change(agent, newValue.get());
      }
      String now = part.value(agent);
      upkeep
          .console()
          .say(
              upkeep.json()
                  ? Json.object().put("key", part.key()).put("value", now).build().write()
                  : now);
    }
  }

  private Optional<String> newValue() throws UsageException {
    if (stdin) {
      if (key == null || value != null) {
        throw new UsageException("--stdin goes with a KEY and without a VALUE.");
      }
      return Optional.of(Input.secret(upkeep.console(), "the value"));
    }
    if (value != null && value.contains("://") && !PUBLIC_ADDRESSES.contains(key)) {
      throw new UsageException(
          "An address may be a secret, and arguments are seen by everybody on this computer. Give"
              + " it with --stdin.");
    }
    return Optional.ofNullable(value);
  }

  /// Somebody else may have changed another setting meanwhile; then it is tried once more.
  private static SettingsView change(AgentApi agent, SettingsView view, String key, String value)
      throws AgentException {
    try {
      return agent.changeSettings(view.revision(), Map.of(key, value));
    } catch (Refused refused) {
      if (refused.reason() != Refused.Reason.CONFLICT) {
        throw refused;
      }
      return agent.changeSettings(agent.settings().revision(), Map.of(key, value));
    }
  }

  private void all(SettingsView view, List<IntegrationStatus> outlets) {
    if (upkeep.json()) {
      view.values().keySet().forEach(one -> print(view, one));
      outlets.forEach(one -> upkeep.console().out().println(IntegrationReport.json(one).write()));
      return;
    }
    Map<String, String> lines = new LinkedHashMap<>(view.values());
    outlets.forEach(one -> lines.put(one.outlet().urlKey(), IntegrationReport.text(one)));
    int keys = width(lines.keySet());
    // A long one must not push the meaning of all the others off the screen.
    int values = Math.min(VALUE_COLUMNS, width(lines.values()));
    lines.forEach((one, text) -> {
      String line = Screen.pad(one, keys) + "  " + Screen.pad(text, values);
      upkeep.console().say((line + "  " + help(one)).strip());
    });
  }

  private String help(String key) {
    return SettingHelp.of(key).map(upkeep.console().language()::say).orElse("");
  }

  private static int width(Collection<String> texts) {
    return texts.stream().mapToInt(Screen::width).max().orElse(0);
  }

  /// One alone is printed bare, for scripts; a person is told what it is for beside it.
  private void print(SettingsView view, String one) {
    String text = view.values().getOrDefault(one, "");
    if (upkeep.json()) {
      Json.Obj json =
          Json.object()
              .put("key", one)
              .put("value", text)
              .put("help", SettingHelp.of(one).map(Sentence::english).orElse(""))
              .put("revision", view.revision())
              .build();
      upkeep.console().out().println(json.write());
      return;
    }
    upkeep.console().say(text);
    if (upkeep.console().terminal().interactive()) {
      SettingHelp.whole(one)
          .map(upkeep.console().language()::say)
          .ifPresent(upkeep.console().err()::println);
    }
  }

  private static String unknown(String key, SettingsView view) {
    Set<String> keys = new LinkedHashSet<>(view.values().keySet());
    keys.addAll(IntegrationKey.all());
    List<String> closest = Suggestions.to(key, keys);
    return "There is no such setting. "
        + (closest.isEmpty()
            ? "upkeep settings shows all."
            : "Did you mean " + String.join(", ", closest) + "?");
  }
}
