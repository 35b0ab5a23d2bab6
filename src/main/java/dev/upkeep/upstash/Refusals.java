package dev.upkeep.upstash;

import dev.upkeep.http.Response;
import dev.upkeep.upstash.DeveloperApiException.Kind;
import java.time.Duration;
import java.util.Optional;

/// What to do about an answer that is no list. Judged by its status alone: the text of a refusal is
/// documented nowhere.
final class Refusals {
  private static final int MAX_WAIT_SECONDS = 24 * 60 * 60;

  private Refusals() {}

  static DeveloperApiException of(Response response) {
    int status = response.status();
    return switch (status) {
      case 401, 403 ->
          new DeveloperApiException(
              Kind.REJECTED,
              "Upstash did not accept this e-mail and API key. Make a key in its console, under"
                  + " Account, Management API, and use the e-mail of the same account. An account"
                  + " that came about through Vercel or Fly.io has no such key: add its databases by"
                  + " their connection text.");
      case 429 ->
          new DeveloperApiException(
              Kind.TOO_OFTEN,
              "Upstash was asked too often. Try again " + when(response) + ".",
              retryAfter(response).map(Duration::ofSeconds));
      default -> {
        if (status >= 500) {
          yield new DeveloperApiException(
              Kind.UNUSABLE,
              "The Developer API of Upstash is in trouble itself (status "
                  + status
                  + "). Try again later.");
        }
        yield status >= 300 && status < 400
            ? notTheApi()
            : new DeveloperApiException(
                Kind.UNUSABLE,
                "The Developer API of Upstash gave an answer that is not documented (status "
                    + status
                    + "). Add databases by their connection text instead.");
      }
    };
  }

  /// For an answer of somebody else, such as the login page of a hotel.
  static DeveloperApiException notTheApi() {
    return new DeveloperApiException(
        Kind.UNUSABLE,
        "What answered is not the Developer API of Upstash; the login page of this network may stand"
            + " in between. Open any web page to see, then try again.");
  }

  private static String when(Response response) {
    return retryAfter(response).map(seconds -> "in " + seconds + " s").orElse("in a few minutes");
  }

  private static Optional<Integer> retryAfter(Response response) {
    return response.header("Retry-After").flatMap(Refusals::seconds);
  }

  /// The form with a date ([RFC 9110](https://www.rfc-editor.org/rfc/rfc9110#field.retry-after)) is
  /// not worth a clock.
  private static Optional<Integer> seconds(String text) {
    return Optional.of(text.strip())
        .filter(digits -> digits.matches("[0-9]{1,6}"))
        .map(Integer::valueOf)
        .filter(seconds -> seconds > 0 && seconds <= MAX_WAIT_SECONDS);
  }
}
