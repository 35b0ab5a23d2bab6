package dev.upkeep.database;

import dev.upkeep.json.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// An endpoint as JSON. Unlike a definition it holds no member that it does not know, since that
/// could be one that changes where the endpoint is, or a password.
final class EndpointJson {
  private static final String TYPE = "type";
  private static final String REDIS = "redis";
  private static final String REST = "rest";
  private static final String HOST = "host";
  private static final String PORT = "port";
  private static final String USER = "user";
  private static final String TLS = "tls";
  private static final String URL = "url";

  private EndpointJson() {}

  static Json.Obj write(Endpoint endpoint) {
    return switch (endpoint) {
      case Endpoint.Redis(var host, var port, var user, var tls) ->
          Json.object()
              .put(TYPE, REDIS)
              .put(HOST, host)
              .put(PORT, port)
              .putIfPresent(USER, user)
              .put(TLS, tls)
              .build();
      case Endpoint.Rest(var base) ->
          Json.object().put(TYPE, REST).put(URL, base.toString()).build();
    };
  }

  /// @throws IllegalArgumentException if it is none; the message goes on after "endpoint: ", and
  ///   quotes no value
  static Endpoint read(Json.Obj json) {
    return switch (json.string(TYPE).orElse("")) {
      case REDIS -> redis(json);
      case REST -> rest(json);
      default -> throw new IllegalArgumentException("its type is redis or rest");
    };
  }

  /// Without a word about encryption it is on.
  private static Endpoint redis(Json.Obj json) {
    only(json, List.of(HOST, PORT, USER, TLS));
    long port =
        member(json, PORT, Json::asLong, "a number").orElse((long) Endpoint.Redis.DEFAULT_PORT);
    return new Endpoint.Redis(
        member(json, HOST, Json::asString, "a text").orElse(""),
        Math.clamp(port, 0, 65_536), // what lies outside stays outside
        member(json, USER, Json::asString, "a text"),
        member(json, TLS, Json::asBoolean, "true or false").orElse(true));
  }

  private static Endpoint rest(Json.Obj json) {
    only(json, List.of(URL));
    String url = member(json, URL, Json::asString, "a text").orElse("");
    try {
      return new Endpoint.Rest(new URI(url));
    } catch (URISyntaxException e) {
      // Its message would quote the address.
      throw new IllegalArgumentException("a REST address is https:// and a host");
    }
  }

  private static void only(Json.Obj json, List<String> names) {
    for (String name : json.members().keySet()) {
      if (!name.equals(TYPE) && !names.contains(name)) {
        throw new IllegalArgumentException(
            "it has nothing but type, " + String.join(", ", names) + "; passwords go elsewhere");
      }
    }
  }

  private static <T> Optional<T> member(
      Json.Obj json, String name, Function<Json, Optional<T>> reader, String expected) {
    Optional<Json> present = json.get(name);
    Optional<T> value = present.flatMap(reader);
    if (present.isPresent() && value.isEmpty()) {
      throw new IllegalArgumentException("its " + name + " is " + expected);
    }
    return value;
  }
}
