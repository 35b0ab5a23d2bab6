package dev.upkeep.testing;

import java.util.Map;

/// What a [FakeUpstash] sends instead of what it should.
///
/// @param repeat how often the body is sent, one after the other
public record HttpReply(int status, Map<String, String> headers, String body, long repeat) {
  public static HttpReply json(int status, String body) {
    return new HttpReply(status, Map.of("Content-Type", "application/json"), body, 1);
  }

  /// What a captive portal or a proxy says.
  public static HttpReply html(int status, String body) {
    return new HttpReply(status, Map.of("Content-Type", "text/html; charset=utf-8"), body, 1);
  }

  public static HttpReply redirect(int status, String location) {
    return new HttpReply(status, Map.of("Location", location), "", 1);
  }

  /// JSON that goes on for so many bytes.
  public static HttpReply huge(long bytes) {
    String chunk = "{\"result\":\"PONG\"},\n".repeat(1024);
    return new HttpReply(
        200, Map.of("Content-Type", "application/json"), chunk, bytes / chunk.length() + 1);
  }

  /// Too many requests, try again later.
  public static HttpReply tooMany(int retryAfterSeconds) {
    return new HttpReply(
        429,
        Map.of(
            "Content-Type", "application/json", "Retry-After", Integer.toString(retryAfterSeconds)),
        "{\"error\":\"ERR too many requests\"}",
        1);
  }
}
