package dev.upkeep.touch.protocol;

import dev.upkeep.database.Endpoint;
import dev.upkeep.http.Response;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonException;
import dev.upkeep.touch.FailureKind;
import java.util.List;
import java.util.Optional;

/// Reads an answer of the REST API. The body is judged before the status, as the provider's own
/// clients do: its errors come with several statuses.
record RestAnswer(Endpoint endpoint, Attempt attempt) {

  /// The replies to the commands of one request.
  ///
  /// @param expected how many replies belong to the request
  /// @throws TouchFailure if the answer is an error as a whole, or no answer of this API
  List<Reply> replies(Response response, int expected) throws TouchFailure {
    Optional<Json> body = json(response.body());
    Optional<List<Json>> items = body.flatMap(Json::asArray);
    if (items.isPresent() && items.get().size() == expected) {
      return items.get().stream().map(RestAnswer::reply).toList();
    }
    Optional<String> error = body.flatMap(Json::asObject).flatMap(o -> o.string("error"));
    if (error.isPresent()) {
      TouchFailure failure = ServerErrors.classify(error.get(), attempt);
      if (failure.kind() != FailureKind.SERVER) {
        throw failure;
      }
      throw byStatus(response, " (\"" + attempt.shown(error.get()) + "\")");
    }
    throw byStatus(response, "");
  }

  static TouchFailure notRest(Endpoint endpoint, String what) {
    return TouchFailure.lasting(
        FailureKind.PROTOCOL,
        endpoint.hostAndPort() + " " + what + ".",
        "Check that the address is the database's REST URL, and that no login page of a network is"
            + " in between.");
  }

  private TouchFailure byStatus(Response response, String quoted) {
    int status = response.status();
    String where = endpoint.hostAndPort();
    if (status == 401 || status == 403) {
      return TouchFailure.lasting(
          FailureKind.AUTH,
          "The token was rejected with HTTP " + status + quoted + ".",
          "Copy UPSTASH_REDIS_REST_TOKEN from the console again; it may have been reset.");
    }
    if (status == 429) {
      return TouchFailure.passing(
          FailureKind.BUSY,
          where + " asks to be left alone for a while (HTTP 429" + quoted + ").",
          "This passes by itself; the next touch tries again.");
    }
    if (status >= 500) {
      return TouchFailure.passing(
          FailureKind.SERVER,
          where + " answered HTTP " + status + quoted + ".",
          "The fault is the server's. If it lasts, look at the provider's status page.");
    }
    if (!quoted.isEmpty()) {
      return TouchFailure.lasting(
          FailureKind.SERVER,
          where + " answered HTTP " + status + quoted + ".",
          "Look the text up in the provider's documentation.");
    }
    if (status >= 300 && status < 400) {
      return notRest(endpoint, "redirects elsewhere (HTTP " + status + ")");
    }
    return notRest(endpoint, "answered HTTP " + status + " with something else than the REST API");
  }

  private static Optional<Json> json(String body) {
    try {
      return Optional.of(Json.parse(body));
    } catch (JsonException notJson) {
      return Optional.empty();
    }
  }

  private static Reply reply(Json item) {
    Optional<Json.Obj> object = item.asObject();
    Optional<String> error = object.flatMap(o -> o.string("error"));
    if (error.isPresent()) {
      return new Reply.Refusal(error.get());
    }
    return switch (object.flatMap(o -> o.get("result")).orElseGet(() -> Json.of(0))) {
      case Json.Str(var text) -> new Reply.Text(text);
      case Json.Null _ -> new Reply.Nil();
      default -> new Reply.Unexpected("something else than text");
    };
  }
}
