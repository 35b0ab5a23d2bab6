package dev.upkeep.definitions;

import dev.upkeep.alert.service.AlertEvent;
import dev.upkeep.alert.service.WebhookService;
import dev.upkeep.alert.service.WebhookServices;
import dev.upkeep.database.Database;
import dev.upkeep.database.Tags;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A further webhook, under a name of its own. Its address is a secret and not here.
///
/// As text, several are `oncall form=telegram events=database.down,margin.low tags=shop; family`.
///
/// @param form what it understands; empty for what its address tells
/// @param events what it is told of; none for everything
/// @param tags of the databases that it is told of, each of which is enough; none for all databases
public record AlertChannel(
    String name, Optional<WebhookService> form, List<AlertEvent> events, List<String> tags) {
  static final int MOST = 8;

  private static final String NAME = "[a-z0-9](?:[a-z0-9-]{0,18}[a-z0-9])?";

  /// What stands behind `webhook.` otherwise, and what every setting understands.
  private static final Set<String> TAKEN =
      Set.of("url", "test", "form", "channels", "off", "default");

  private static final String FORM = "form=";
  private static final String EVENTS = "events=";
  private static final String TAGS = "tags=";

  public AlertChannel {
    events = List.copyOf(events);
    tags = List.copyOf(tags);
  }

  /// One that is told of everything, in the form that suits its address.
  public AlertChannel(String name) {
    this(name, Optional.empty(), List.of(), List.of());
  }

  public static boolean isName(String name) {
    return name.matches(NAME) && !TAKEN.contains(name);
  }

  /// Whether it wants to be told of this.
  public boolean wants(AlertEvent event) {
    return events.isEmpty() || events.contains(event);
  }

  /// Whether it wants to be told of this database.
  public boolean wants(Database database) {
    return tags.isEmpty() || tags.stream().anyMatch(tag -> Tags.has(database, tag));
  }

  /// Understands a text; empty if it is none, or has more than [#MOST], or one name twice.
  public static Optional<List<AlertChannel>> parse(String text) {
    List<AlertChannel> channels = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (String part : text.toLowerCase(Locale.ROOT).split(";", -1)) {
      Optional<AlertChannel> one = one(part.strip());
      if (one.isEmpty() || !names.add(one.get().name())) {
        return Optional.empty();
      }
      channels.add(one.get());
    }
    return channels.size() <= MOST ? Optional.of(channels) : Optional.empty();
  }

  private static Optional<AlertChannel> one(String text) {
    String[] words = text.split("\\s+", -1);
    if (!isName(words[0])) {
      return Optional.empty();
    }
    AlertChannel channel = new AlertChannel(words[0]);
    for (String word : Arrays.asList(words).subList(1, words.length)) {
      Optional<AlertChannel> next =
          word.startsWith(FORM)
              ? channel.withForm(word.substring(FORM.length()))
              : word.startsWith(EVENTS)
                  ? channel.withEvents(word.substring(EVENTS.length()))
                  : word.startsWith(TAGS)
                      ? channel.withTags(word.substring(TAGS.length()))
                      : Optional.empty();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      channel = next.get();
    }
    return Optional.of(channel);
  }

  /// With another form; empty if the word names none.
  public Optional<AlertChannel> withForm(String word) {
    Optional<WebhookService> service = WebhookServices.named(word);
    return word.equals("auto") || service.isPresent()
        ? Optional.of(new AlertChannel(name, service, events, tags))
        : Optional.empty();
  }

  /// With other events, by their words with commas between, or `all`; empty if a word names none.
  public Optional<AlertChannel> withEvents(String words) {
    if (words.equals("all")) {
      return Optional.of(new AlertChannel(name, form, List.of(), tags));
    }
    List<AlertEvent> wanted = new ArrayList<>();
    for (String word : words.split(",", -1)) {
      Optional<AlertEvent> event = AlertEvent.of(word.strip());
      if (event.isEmpty()) {
        return Optional.empty();
      }
      wanted.add(event.get());
    }
    return Optional.of(new AlertChannel(name, form, wanted.stream().distinct().toList(), tags));
  }

  /// What it wants to be told of, as [#withEvents] reads it.
  public String eventWords() {
    return events.isEmpty()
        ? "all"
        : events.stream().map(AlertEvent::word).collect(Collectors.joining(","));
  }

  /// With other tags, with commas between, or `all`; empty if one can be no tag.
  public Optional<AlertChannel> withTags(String words) {
    if (words.equals("all")) {
      return Optional.of(new AlertChannel(name, form, events, List.of()));
    }
    List<String> wanted = Arrays.stream(words.split(",", -1)).map(String::strip).toList();
    return Tags.problem(wanted).isEmpty()
        ? Optional.of(new AlertChannel(name, form, events, Tags.tidied(wanted)))
        : Optional.empty();
  }

  /// The tags of its databases, as [#withTags] reads them.
  public String tagWords() {
    return tags.isEmpty() ? "all" : String.join(",", tags);
  }

  /// Several, as [#parse] reads them.
  public static String text(List<AlertChannel> channels) {
    return channels.stream().map(AlertChannel::text).collect(Collectors.joining("; "));
  }

  private String text() {
    return name
        + form.map(service -> " " + FORM + service.word()).orElse("")
        + (events.isEmpty() ? "" : " " + EVENTS + eventWords())
        + (tags.isEmpty() ? "" : " " + TAGS + tagWords());
  }
}
