package dev.upkeep.touch.protocol;

import dev.upkeep.database.Endpoint;
import dev.upkeep.http.Response;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonException;
import dev.upkeep.language.CommonPhrase;
import dev.upkeep.language.Sentence;
import dev.upkeep.language.ServerPhrase;
import dev.upkeep.language.TouchPhrase;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.conversation.Attempt;
import dev.upkeep.touch.conversation.Reply;
import dev.upkeep.touch.conversation.ServerErrors;
import dev.upkeep.touch.conversation.TouchFailure;
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
      throw byStatus(response, CommonPhrase.QUOTED.with(attempt.shown(error.get())));
    }
    throw byStatus(response, "");
  }

  static TouchFailure notRest(Sentence what) {
    return TouchFailure.lasting(FailureKind.PROTOCOL, what, TouchPhrase.REST_ADVICE.with());
  }

  private TouchFailure byStatus(Response response, Object quoted) {
    int status = response.status();
    String where = endpoint.hostAndPort();
    if (status == 401 || status == 403) {
      return TouchFailure.lasting(
          FailureKind.AUTH,
          ServerPhrase.HTTP_REJECTED.with(status, quoted),
          ServerPhrase.HTTP_REJECTED_ADVICE.with());
    }
    if (status == 429) {
      return TouchFailure.passing(
          FailureKind.BUSY,
          ServerPhrase.LEFT_ALONE.with(where, quoted),
          ServerPhrase.WAIT_ADVICE.with());
    }
    if (status >= 500) {
      return TouchFailure.passing(
          FailureKind.SERVER,
          ServerPhrase.HTTP.with(where, status, quoted),
          ServerPhrase.HTTP_SERVER_ADVICE.with());
    }
    if (quoted instanceof Sentence) {
      return TouchFailure.lasting(
          FailureKind.SERVER,
          ServerPhrase.HTTP.with(where, status, quoted),
          ServerPhrase.ERROR_ADVICE.with());
    }
    if (status >= 300 && status < 400) {
      return notRest(TouchPhrase.REST_ELSEWHERE.with(where, status));
    }
    return notRest(TouchPhrase.REST_ODD.with(where, status));
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
      default -> new Reply.Unexpected(TouchPhrase.NO_TEXT);
    };
  }
}
