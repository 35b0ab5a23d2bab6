package dev.upkeep.alert.service;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What stands behind the `?` of an address.
final class QueryText {
  private QueryText() {}

  /// The value of a parameter; empty if it is not there or says nothing.
  static Optional<String> value(URI address, String name) {
    return Optional.ofNullable(address.getRawQuery()).stream()
        .flatMap(query -> Arrays.stream(query.split("&", -1)))
        .filter(part -> part.startsWith(name + "="))
        .map(part -> decoded(part.substring(name.length() + 1)))
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEscaped) {
      return value;
    }
  }

  /// As the body of a form, in the order of the map.
  static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /// The address of another path on the same server, without parameters.
  static URI on(URI address, String rawPath) {
    return URI.create(address.getScheme() + "://" + address.getRawAuthority() + rawPath);
  }
}
