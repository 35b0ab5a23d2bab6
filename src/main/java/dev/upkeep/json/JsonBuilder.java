package dev.upkeep.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Collects the members of an object; begun by [Json#object()], for one thread.
public final class JsonBuilder {
  private final Map<String, Json> members = new LinkedHashMap<>();

  JsonBuilder() {}

  /// Adds a member.
  ///
  /// @throws IllegalArgumentException if there is one of this name already
  public JsonBuilder put(String name, Json value) {
    if (members.putIfAbsent(name, value) != null) {
      throw new IllegalArgumentException("a member is put once");
    }
    return this;
  }

  public JsonBuilder put(String name, String value) {
    return put(name, Json.of(value));
  }

  public JsonBuilder put(String name, long value) {
    return put(name, Json.of(value));
  }

  public JsonBuilder put(String name, double value) {
    return put(name, Json.of(value));
  }

  public JsonBuilder put(String name, boolean value) {
    return put(name, Json.of(value));
  }

  public JsonBuilder putIfPresent(String name, Optional<String> value) {
    return putIfPresent(name, value, Json::of);
  }

  /// `putIfPresent("port", port, Json::of)`.
  public <T> JsonBuilder putIfPresent(
      String name, Optional<T> value, Function<? super T, ? extends Json> toJson) {
    value.ifPresent(present -> put(name, toJson.apply(present)));
    return this;
  }

  public Json.Obj build() {
    return new Json.Obj(members);
  }
}
