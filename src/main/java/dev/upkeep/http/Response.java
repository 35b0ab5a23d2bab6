package dev.upkeep.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A complete answer, whatever its status. Prints no content: servers repeat what they are told.
///
/// @param headers by name, without regard to case
/// @param body decoded as UTF-8, whatever the server says; what is not UTF-8 becomes U+FFFD
public record Response(
    int status, Map<String, List<String>> headers, String body, SendTimings timings) {

  /// Whether the status is 200 to 299.
  public boolean ok() {
    return status >= 200 && status < 300;
  }

  /// The first value of a header.
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).flatMap(values -> values.stream().findFirst());
  }

  @Override
  public String toString() {
    return "Response[" + status + ", " + body.length() + " chars]";
  }
}
