package dev.upkeep.cli.settings;

import dev.upkeep.cli.console.UsageException;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.Integration;
import dev.upkeep.control.SettingsView;
import dev.upkeep.definitions.AlertChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `webhook.NAME.form`, `webhook.NAME.events` and `webhook.NAME.tags`: parts of the setting that
/// lists the channels, for whoever does not want to write all of it.
record ChannelKey(String channel, Part part) {
  /// What of a channel.
  enum Part {
    FORM,
    EVENTS,
    TAGS
  }

  private static final String LIST = "webhook.channels";
  private static final Pattern KEY =
      Pattern.compile("webhook\\.([a-z0-9-]{1,20})\\.(form|events|tags)");

  /// The key of this name, if it is one of these.
  static Optional<ChannelKey> of(String name) {
    Matcher key = KEY.matcher(name);
    return key.matches() && AlertChannel.isName(key.group(1))
        ? Optional.of(
            new ChannelKey(key.group(1), Part.valueOf(key.group(2).toUpperCase(Locale.ROOT))))
        : Optional.empty();
  }

  /// Its name.
  String key() {
    return "webhook." + channel + "." + part.name().toLowerCase(Locale.ROOT);
  }

  /// What it is set to.
  String value(AgentApi agent) throws AgentException, UsageException {
    AlertChannel one = find(channels(agent.settings())).orElseThrow(this::unknown);
    return switch (part) {
      case FORM -> one.form().map(form -> form.word()).orElse("auto");
      case EVENTS -> one.eventWords();
      case TAGS -> one.tagWords();
    };
  }

  /// Sets it.
  void change(AgentApi agent, String value) throws AgentException, UsageException {
    AlertChannel one = find(channels(agent.settings())).orElseThrow(this::unknown);
    boolean usual = value.equals("default");
    Optional<AlertChannel> made =
        switch (part) {
          case FORM -> one.withForm(usual ? "auto" : value);
          case EVENTS -> one.withEvents(usual ? "all" : value);
          case TAGS -> one.withTags(usual ? "all" : value);
        };
    AlertChannel changed =
        made.orElseThrow(() ->
            new UsageException(
                switch (part) {
                  case FORM -> "There is no such form. upkeep settings webhook.form names them.";
                  case EVENTS ->
                      "The events are names with commas between, such as"
                          + " database.down,margin.low; or all.";
                  case TAGS -> "The tags are words with commas between, such as shop; or all.";
                }));
    change(agent, all -> all.stream().map(it -> it.name().equals(channel) ? changed : it).toList());
  }

  /// Makes a channel known, before its address is stored.
  static void ensure(AgentApi agent, Integration outlet) throws AgentException {
    Optional<String> name = outlet.channel();
    if (name.isPresent()
        && channels(agent.settings()).stream().noneMatch(it -> it.name().equals(name.get()))) {
      change(
          agent,
          all -> {
            List<AlertChannel> more = new ArrayList<>(all);
            more.add(new AlertChannel(name.get()));
            return more;
          });
    }
  }

  /// Forgets a channel, once its address is removed.
  static void drop(AgentApi agent, Integration outlet) throws AgentException {
    if (outlet.channel().isPresent()) {
      change(
          agent,
          all ->
              all.stream().filter(it -> !outlet.channel().equals(Optional.of(it.name()))).toList());
    }
  }

  private Optional<AlertChannel> find(List<AlertChannel> channels) {
    return channels.stream().filter(one -> one.name().equals(channel)).findFirst();
  }

  private UsageException unknown() {
    return new UsageException(
        "There is no channel "
            + channel
            + ". upkeep settings webhook."
            + channel
            + ".url makes one.");
  }

  private static List<AlertChannel> channels(SettingsView view) {
    return AlertChannel.parse(view.values().getOrDefault(LIST, "")).orElse(List.of());
  }

  /// Somebody else may have changed another setting meanwhile; then it is tried once more.
  private static void change(AgentApi agent, UnaryOperator<List<AlertChannel>> change)
      throws AgentException {
    try {
      changeNow(agent, change);
    } catch (Refused refused) {
      if (refused.reason() != Refused.Reason.CONFLICT) {
        throw refused;
      }
      changeNow(agent, change);
    }
  }

  private static void changeNow(AgentApi agent, UnaryOperator<List<AlertChannel>> change)
      throws AgentException {
    SettingsView view = agent.settings();
    List<AlertChannel> after = change.apply(channels(view));
    SettingsView _ =
        agent.changeSettings(
            view.revision(), Map.of(LIST, after.isEmpty() ? "default" : AlertChannel.text(after)));
  }
}
