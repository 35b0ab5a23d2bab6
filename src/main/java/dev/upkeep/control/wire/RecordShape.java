package dev.upkeep.control.wire;

import dev.upkeep.control.Change;
import dev.upkeep.control.DatabaseChange;
import dev.upkeep.control.ImportReport;
import dev.upkeep.control.ImportTerms;
import dev.upkeep.control.NewDatabase;
import dev.upkeep.control.SecretInventory;
import dev.upkeep.control.Subject;
import dev.upkeep.control.UpstashAccount;
import dev.upkeep.database.Secret;
import dev.upkeep.touch.Outcome;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How a record type looks on the wire, where that does not follow from its components alone.
///
/// @param tag the member that tells its kind, where it is one of a sealed type's
record RecordShape(Constructor<?> constructor, List<Part> parts, Optional<String> tag) {
  /// The member that tells the kinds of a sealed type apart.
  private static final Map<Class<?>, String> TAGS =
      Map.of(
          ControlRequest.class, "request",
          Message.class, "message",
          Change.class, "what",
          Subject.class, "of",
          Outcome.class, "is");

  /// Kinds that the wire calls otherwise than the code.
  private static final Map<Class<?>, String> WORDS =
      Map.of(Change.TouchEnded.class, "touch", Change.HealthChanged.class, "health");

  /// Values whose members stand among those of the record that holds them.
  private static final Set<Class<?>> INLINE =
      Set.of(
          NewDatabase.class,
          DatabaseChange.class,
          Subject.class,
          ImportTerms.class,
          ImportReport.class,
          SecretInventory.class,
          UpstashAccount.class);

  private static final Map<Class<?>, RecordShape> SHAPES = new ConcurrentHashMap<>();
  private static final Map<Class<?>, Map<String, Class<?>>> KINDS = new ConcurrentHashMap<>();

  static RecordShape of(Class<?> type) {
    return SHAPES.computeIfAbsent(type, RecordShape::read);
  }

  /// The kinds of a sealed type by their words.
  static Map<String, Class<?>> kinds(Class<?> sealed) {
    return KINDS.computeIfAbsent(
        sealed,
        type ->
            Arrays.stream(type.getPermittedSubclasses())
                .collect(Collectors.toMap(RecordShape::word, Function.identity())));
  }

  static String tag(Class<?> sealed) {
    return TAGS.getOrDefault(sealed, "is");
  }

  static String word(Class<?> kind) {
    String name = kind.getSimpleName();
    String word = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    return WORDS.getOrDefault(kind, word);
  }

  private static RecordShape read(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Optional<Class<?>> sealed =
        Arrays.stream(type.getInterfaces()).filter(Class::isSealed).findFirst();
    try {
      return new RecordShape(
          type.getDeclaredConstructor(types),
          Arrays.stream(components).map(one -> Part.of(one, components.length == 1)).toList(),
          sealed.map(RecordShape::tag));
    } catch (NoSuchMethodException everyRecordHasIt) {
      throw new IllegalStateException(everyRecordHasIt);
    }
  }

  /// Empty where the record does not take these.
  Optional<Object> make(Object[] values) {
    try {
      return Optional.of(constructor.newInstance(values));
    } catch (ReflectiveOperationException e) {
      if (e.getCause() instanceof IllegalArgumentException) {
        return Optional.empty();
      }
      throw new IllegalStateException(e);
    }
  }

  /// A component; one that holds a secret is called so, whatever the code calls it.
  ///
  /// @param type of its value, where it is optional of the value that may be there
  /// @param inline whether its members stand among those of the record
  record Part(String name, Type type, boolean optional, boolean inline, Method accessor) {
    private static Part of(RecordComponent component, boolean only) {
      Class<?> raw = component.getType();
      boolean optional = raw == Optional.class;
      Type whole = component.getGenericType();
      Type type = optional ? ((ParameterizedType) whole).getActualTypeArguments()[0] : whole;
      String name = type == Secret.class ? "secret" : component.getName();
      boolean inline = (only && raw == Map.class) || INLINE.contains(raw);
      return new Part(name, type, optional, inline, component.getAccessor());
    }

    Object of(Record value) {
      try {
        return Objects.requireNonNull(accessor.invoke(value));
      } catch (ReflectiveOperationException notPublic) {
        throw new IllegalStateException(notPublic);
      }
    }
  }
}
