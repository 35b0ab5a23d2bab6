package dev.upkeep.http;

import java.io.IOException;

/// The answer's body is longer than the request allows; what had come was thrown away.
public final class BodyTooLargeException extends IOException {
  BodyTooLargeException(int maxBytes) {
    super("the answer is longer than " + maxBytes + " bytes");
  }
}
