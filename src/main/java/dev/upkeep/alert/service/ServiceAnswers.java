package dev.upkeep.alert.service;

import dev.upkeep.database.Secret;
import dev.upkeep.http.Response;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonException;
import dev.upkeep.touch.foreign.ForeignText;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// What most services mean by an answer, and what may be shown of it.
public final class ServiceAnswers {
  /// What stands in the address of every user of a service is no secret, and is found in its words.
  private static final String PUBLIC_PARTS =
      "(?<=/)(messages\\.json|message|sendMessage|hooks|api|push)(?=[/?]|$)|[?&][a-z_]+=";

  private ServiceAnswers() {}

  /// 200 to 299 is taken, everything else is not.
  public static Delivery byStatus(URI address, Response response) {
    return byStatus(address, response, _ -> Optional.empty());
  }

  /// The same, with what the service says about it.
  ///
  /// @param words finds that in an answer that is a JSON object
  public static Delivery byStatus(
      URI address, Response response, Function<Json.Obj, Optional<String>> words) {
    return response.ok()
        ? new Delivery.Delivered(response.status())
        : refused(address, response, object(response).flatMap(words), RetryAfter.of(response));
  }

  /// It was not taken.
  ///
  /// @param words of the service
  public static Delivery refused(
      URI address, Response response, Optional<String> words, Optional<Duration> retryAfter) {
    boolean redirect = response.status() >= 300 && response.status() < 400;
    String said =
        words.map(text -> shown(address, text)).filter(text -> !text.isEmpty()).orElse("");
    return new Delivery.NotDelivered(
        address.getHost()
            + (redirect ? " redirects elsewhere (" : " answered with an error (")
            + response.status()
            + ")"
            + (said.isEmpty() ? "" : ": " + said.replaceFirst("\\.$", "")),
        retryAfter);
  }

  /// The body as a JSON object, if it is one.
  public static Optional<Json.Obj> object(Response response) {
    try {
      return Json.parse(response.body()).asObject();
    } catch (JsonException somethingElse) {
      return Optional.empty();
    }
  }

  /// Foreign words without what is secret in the address.
  private static String shown(URI address, String words) {
    String raw =
        address.getRawPath()
            + Optional.ofNullable(address.getRawQuery()).map("?"::concat).orElse("");
    String decoded =
        address.getPath() + Optional.ofNullable(address.getQuery()).map("?"::concat).orElse("");
    String secret = (raw + "\n" + decoded).replaceAll(PUBLIC_PARTS, "");
    return ForeignText.without(Optional.of(Secret.of(secret))).clean(words);
  }
}
