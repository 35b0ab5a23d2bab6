package dev.upkeep.http;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One request. Prints as its method and host, because everything else may be a secret.
///
/// @param uri passes [WebAddress#problem]
/// @param headers printable ASCII; [RFC 9110](https://www.rfc-editor.org/rfc/rfc9110#section-5.5)
/// @param body sent as UTF-8
/// @param timeout for all of it, from resolving the name to the last byte of the answer
/// @param maxBodyBytes an answer with a longer body is an error
public record Request(
    String method,
    URI uri,
    Map<String, String> headers,
    Optional<String> body,
    Duration timeout,
    int maxBodyBytes) {
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);
  public static final int DEFAULT_MAX_BODY_BYTES = 1 << 20;

  /// Checks everything, so that no library has reason to complain and quote a secret.
  ///
  /// @throws IllegalArgumentException if it cannot be sent; quotes neither address nor values
  public Request {
    WebAddress.problem(uri)
        .ifPresent(problem -> {
          throw new IllegalArgumentException(problem);
        });
    if (method.isEmpty() || !method.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
      throw new IllegalArgumentException("a method has capital letters only");
    }
    headers = Map.copyOf(headers);
    headers.forEach(Request::requireSendable);
    if (!timeout.isPositive() || maxBodyBytes < 0) {
      throw new IllegalArgumentException("a limit must be positive");
    }
  }

  public static Request get(URI uri) {
    return new Request(
        "GET", uri, Map.of(), Optional.empty(), DEFAULT_TIMEOUT, DEFAULT_MAX_BODY_BYTES);
  }

  /// A POST with `Content-Type: application/json`.
  public static Request postJson(URI uri, String json) {
    return new Request(
        "POST",
        uri,
        Map.of("Content-Type", "application/json"),
        Optional.of(json),
        DEFAULT_TIMEOUT,
        DEFAULT_MAX_BODY_BYTES);
  }

  /// A POST with `Content-Type: application/x-www-form-urlencoded`.
  public static Request postForm(URI uri, String form) {
    return new Request(
        "POST",
        uri,
        Map.of("Content-Type", "application/x-www-form-urlencoded"),
        Optional.of(form),
        DEFAULT_TIMEOUT,
        DEFAULT_MAX_BODY_BYTES);
  }

  /// With one more header; the value is kept out of every message.
  ///
  /// @throws IllegalArgumentException if it is not printable ASCII
  public Request withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Request(method, uri, more, body, timeout, maxBodyBytes);
  }

  public Request withTimeout(Duration newTimeout) {
    return new Request(method, uri, headers, body, newTimeout, maxBodyBytes);
  }

  public Request withMaxBodyBytes(int newMaxBodyBytes) {
    return new Request(method, uri, headers, body, timeout, newMaxBodyBytes);
  }

  private static void requireSendable(String name, String value) {
    if (name.isEmpty() || !name.chars().allMatch(Request::isNameCharacter)) {
      throw new IllegalArgumentException("a header name has letters, digits and hyphens only");
    }
    if (!value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw new IllegalArgumentException(
          "the value of " + name + " has characters that cannot be sent in a header");
    }
  }

  private static boolean isNameCharacter(int c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  }

  @Override
  public String toString() {
    return "Request[" + method + " " + WebAddress.host(uri) + "]";
  }
}
