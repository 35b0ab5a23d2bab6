package dev.upkeep.window.editor;

import dev.upkeep.database.Database;
import dev.upkeep.database.DatabaseName;
import dev.upkeep.database.DatabaseRules;
import dev.upkeep.database.DurationText;
import dev.upkeep.database.Intervals;
import dev.upkeep.database.Provider;
import dev.upkeep.database.Tags;
import dev.upkeep.database.TouchMode;
import dev.upkeep.window.text.Texts;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What a person sets about a database, as text until it is right. An empty text is the default.
final class DefinitionForm {
  /// What may be wrong, each at its field.
  enum Field {
    NAME,
    INTERVAL,
    WINDOW,
    KEY,
    CA_FILE,
    TAGS
  }

  private final Texts texts;
  private final Duration defaultInterval;
  private final Map<Field, StringProperty> values = new EnumMap<>(Field.class);
  private final Map<Field, ReadOnlyStringWrapper> problems = new EnumMap<>(Field.class);
  private final ObjectProperty<Provider> provider = new SimpleObjectProperty<>(Provider.OTHER);
  private final ObjectProperty<TouchMode> mode = new SimpleObjectProperty<>(TouchMode.WRITE);
  private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");

  /// A form that shows what a database is now.
  ///
  /// @param defaultInterval what an empty interval means
  DefinitionForm(Texts texts, Duration defaultInterval, Database database) {
    this.texts = texts;
    this.defaultInterval = defaultInterval;
    for (Field field : Field.values()) {
      SimpleStringProperty value = new SimpleStringProperty(text(field, database));
      ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
      value.addListener((_, _, _) -> problem.set(""));
      values.put(field, value);
      problems.put(field, problem);
    }
    provider.set(database.provider());
    mode.set(database.mode());
    value(Field.INTERVAL).addListener((_, _, _) -> refresh());
    value(Field.WINDOW).addListener((_, _, _) -> refresh());
    provider.addListener((_, _, _) -> refresh());
    refresh();
  }

  private static String text(Field field, Database database) {
    return switch (field) {
      case NAME -> database.name();
      case INTERVAL -> database.interval().map(DurationText::of).orElse("");
      case WINDOW -> database.window().map(DurationText::of).orElse("");
      case KEY -> database.key().equals(Database.DEFAULT_KEY) ? "" : database.key();
      case CA_FILE -> database.caFile().map(Path::toString).orElse("");
      case TAGS -> String.join(", ", database.tags());
    };
  }

  StringProperty value(Field field) {
    return at(values, field);
  }

  /// What is wrong with it, as a sentence, since it was last read; empty if nothing is.
  ReadOnlyStringProperty problem(Field field) {
    return at(problems, field).getReadOnlyProperty();
  }

  ObjectProperty<Provider> provider() {
    return provider;
  }

  ObjectProperty<TouchMode> mode() {
    return mode;
  }

  /// What is unwise about the interval, as a sentence; empty if nothing is.
  ReadOnlyStringProperty hint() {
    return hint.getReadOnlyProperty();
  }

  /// What an empty interval means, as text.
  String usualInterval() {
    return DurationText.of(defaultInterval);
  }

  /// What an empty window means, as text; empty where nobody knows.
  Optional<String> usualWindow() {
    return provider.get().window().map(DurationText::of);
  }

  /// Everything that can be changed.
  List<Observable> changing() {
    return List.of(
        value(Field.NAME),
        value(Field.INTERVAL),
        value(Field.WINDOW),
        value(Field.KEY),
        value(Field.CA_FILE),
        value(Field.TAGS),
        provider,
        mode);
  }

  /// The database with what was set; empty if something of it cannot be used, which is then told at
  /// the field.
  Optional<Database> read(Database base) {
    Map<Field, String> wrong = new EnumMap<>(Field.class);
    String name = value(Field.NAME).get().strip();
    DatabaseName.problem(name)
        .ifPresent(_ -> wrong.put(Field.NAME, say(FormText.NO_NAME, DatabaseName.MAX_LENGTH)));
    String key = value(Field.KEY).get().isEmpty() ? Database.DEFAULT_KEY : value(Field.KEY).get();
    DatabaseRules.key(key)
        .ifPresent(_ -> wrong.put(Field.KEY, say(FormText.NO_KEY, DatabaseRules.LONGEST_KEY)));
    List<String> tags = Tags.split(value(Field.TAGS).get());
    Tags.problem(tags).ifPresent(_ -> wrong.put(Field.TAGS, say(FormText.NO_TAGS, Tags.MOST)));
    Database database =
        base.edit()
            .name(name)
            .provider(provider.get())
            .mode(mode.get())
            .key(key)
            .interval(duration(Field.INTERVAL, Intervals.SHORTEST, Intervals.LONGEST, wrong))
            .window(
                duration(
                    Field.WINDOW,
                    DatabaseRules.SHORTEST_WINDOW,
                    DatabaseRules.LONGEST_WINDOW,
                    wrong))
            .caFile(caFile(wrong))
            .tags(tags)
            .done();
    problems.forEach((field, problem) -> problem.set(wrong.getOrDefault(field, "")));
    return wrong.isEmpty() ? Optional.of(database) : Optional.empty();
  }

  private Optional<Duration> duration(
      Field field, Duration shortest, Duration longest, Map<Field, String> wrong) {
    String text = value(field).get().strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<Duration> duration = DurationText.parse(text);
    if (duration.isEmpty()) {
      wrong.put(field, say(FormText.NO_DURATION));
    }
    duration
        .filter(given -> given.compareTo(shortest) < 0 || given.compareTo(longest) > 0)
        .ifPresent(_ ->
            wrong.put(
                field,
                say(FormText.NOT_BETWEEN, DurationText.of(shortest), DurationText.of(longest))));
    return duration;
  }

  private Optional<Path> caFile(Map<Field, String> wrong) {
    String text = value(Field.CA_FILE).get().strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Path file = Path.of(text).normalize();
      if (!file.isAbsolute()) {
        wrong.put(Field.CA_FILE, texts.say(FormText.NO_WHOLE_PATH));
      }
      return Optional.of(file);
    } catch (InvalidPathException _) {
      wrong.put(Field.CA_FILE, texts.say(FormText.NO_WHOLE_PATH));
      return Optional.empty();
    }
  }

  private void refresh() {
    Optional<Duration> set = DurationText.parse(value(Field.INTERVAL).get());
    Duration interval = set.orElse(defaultInterval);
    Optional<Duration> window =
        DurationText.parse(value(Field.WINDOW).get()).or(() -> provider.get().window());
    boolean unwise = Intervals.warning(interval, window).isPresent();
    hint.set(
        unwise
            ? texts.say(
                FormText.SELDOM, DurationText.of(interval), window.map(DurationText::of).orElse(""))
            : "");
  }

  private String say(FormText text, Object... arguments) {
    return texts.say(text, arguments);
  }

  private static <V> V at(Map<Field, V> map, Field field) {
    V value = map.get(field);
    if (value == null) {
      throw new IllegalStateException("every field was made at first");
    }
    return value;
  }
}
