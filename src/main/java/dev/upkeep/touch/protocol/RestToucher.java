package dev.upkeep.touch.protocol;

import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Secret;
import dev.upkeep.http.Request;
import dev.upkeep.http.Response;
import dev.upkeep.http.SendTimings;
import dev.upkeep.http.WatchedTrust;
import dev.upkeep.http.WebClient;
import dev.upkeep.json.Json;
import dev.upkeep.language.Sentence;
import dev.upkeep.language.ServerPhrase;
import dev.upkeep.language.TouchPhrase;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Rung;
import dev.upkeep.touch.conversation.Attempt;
import dev.upkeep.touch.conversation.Backoff;
import dev.upkeep.touch.conversation.Conversation;
import dev.upkeep.touch.conversation.Deadline;
import dev.upkeep.touch.conversation.Reply;
import dev.upkeep.touch.conversation.ServerHabits;
import dev.upkeep.touch.conversation.TouchFailure;
import dev.upkeep.touch.conversation.Transport;
import dev.upkeep.touch.tls.JsseReasons;
import dev.upkeep.touch.tls.ServerCertificate;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;

/// Touches over the Upstash REST API: `POST /pipeline` with a bearer token
/// ([documentation](https://upstash.com/docs/redis/features/restapi)).
final class RestToucher implements SingleTouch {
  private final Backoff pause;

  RestToucher(Backoff pause) {
    this.pause = pause;
  }

  @Override
  public Conversation.Proof visit(Attempt attempt) throws TouchFailure {
    Endpoint.Rest endpoint = (Endpoint.Rest) attempt.database().endpoint();
    WatchedTrust trust = CaFiles.trust(attempt.database(), attempt.deadline());
    try (WebClient client = WebClient.to(endpoint.base(), Attempt.CONNECT_TIMEOUT, trust)) {
      Transport transport = new Pipeline(client, endpoint, attempt, trust);
      return new Conversation(transport, attempt, pause, new ServerHabits()).hold();
    }
  }

  /// One request for one round trip. The server's sync token goes back with the next, so that a
  /// read from a replica sees our write.
  private static final class Pipeline implements Transport {
    private static final String SYNC_TOKEN = "upstash-sync-token";
    private static final int MAX_BODY_BYTES = 1024 * 1024;
    private static final int MAX_SYNC_TOKEN = 1024;

    private final WebClient client;
    private final Endpoint.Rest endpoint;
    private final Attempt attempt;
    private final WatchedTrust trust;
    private final URI address;
    private Optional<String> syncToken = Optional.empty();
    private Duration roundTrip = Duration.ZERO;
    private boolean connected;

    Pipeline(WebClient client, Endpoint.Rest endpoint, Attempt attempt, WatchedTrust trust) {
      this.client = client;
      this.endpoint = endpoint;
      this.attempt = attempt;
      this.trust = trust;
      String base = endpoint.base().toString();
      this.address = URI.create((base.endsWith("/") ? base : base + "/") + "pipeline");
    }

    @Override
    public List<Reply> send(List<List<String>> commands) throws TouchFailure {
      Response response = exchange(request(commands));
      syncToken = response.header(SYNC_TOKEN).filter(Pipeline::isSendable).or(() -> syncToken);
      List<Reply> replies = new RestAnswer(endpoint, attempt).replies(response, commands.size());
      if (!connected) {
        connected = true;
        if (attempt.request().secret().isPresent()) {
          attempt.reached(Rung.AUTHENTICATED, Duration.ZERO, firstRequest());
        }
      }
      return replies;
    }

    @Override
    public Duration roundTrip() {
      return roundTrip;
    }

    /// It goes back as it came; what no header can carry is not worth a touch that fails.
    private static boolean isSendable(String token) {
      return token.length() <= MAX_SYNC_TOKEN && token.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    private Request request(List<List<String>> commands) throws TouchFailure {
      Json body = Json.array(commands, command -> Json.array(command, Json::of));
      try {
        Request request =
            Request.postJson(address, body.write())
                .withTimeout(limit())
                .withMaxBodyBytes(MAX_BODY_BYTES);
        Optional<Secret> token = attempt.request().secret();
        if (token.isPresent()) {
          request = request.withHeader("Authorization", "Bearer " + token.get().reveal());
        }
        return syncToken.isPresent() ? request.withHeader(SYNC_TOKEN, syncToken.get()) : request;
      } catch (IllegalArgumentException e) {
        throw TouchFailure.lasting(
            FailureKind.AUTH, ServerPhrase.ODD_TOKEN.with(), ServerPhrase.ODD_TOKEN_ADVICE.with());
      }
    }

    private Duration limit() {
      Deadline limit = attempt.deadline().within(Attempt.COMMAND_TIMEOUT);
      return Duration.ofMillis(limit.remainingMillis());
    }

    private Response exchange(Request request) throws TouchFailure {
      try {
        Response response = client.send(request);
        climbed(response.timings());
        roundTrip = response.timings().exchange().orElse(Duration.ZERO);
        shown().map(one -> CertificateDetails.accepted(one, attempt)).ifPresent(attempt::saw);
        return response;
      } catch (IOException e) {
        climbed(client.timings());
        shown().map(one -> CertificateDetails.refused(one, attempt)).ifPresent(attempt::saw);
        throw failure(e);
      }
    }

    private Optional<ServerCertificate> shown() {
      return trust.chain().stream().findFirst().map(ServerCertificate::of);
    }

    /// Records the rungs below the commands, which the first request has climbed.
    private void climbed(SendTimings timings) {
      timings.resolve().ifPresent(took -> attempt.reached(Rung.NAME, took, Optional.empty()));
      timings.connect().ifPresent(took -> attempt.reached(Rung.TCP, took, Optional.empty()));
      timings.tls().ifPresent(took -> attempt.reached(Rung.TLS, took, Optional.empty()));
      // Without TLS nobody can see when TCP stood, only that it did.
      if (!endpoint.tls() && !connected && timings.exchange().isPresent()) {
        attempt.reached(Rung.TCP, Duration.ZERO, firstRequest());
      }
    }

    private Optional<Sentence> firstRequest() {
      return attempt.isWatched() ? Optional.of(TouchPhrase.FIRST_REQUEST.with()) : Optional.empty();
    }

    private TouchFailure failure(IOException e) {
      return switch (e) {
        case UnknownHostException unknown -> ConnectionFailures.unresolved(endpoint, unknown);
        case SSLException _ -> TlsFailures.explain(endpoint, attempt, JsseReasons.reason(e, trust));
        case ConnectException _ -> ConnectionFailures.connecting(endpoint, List.of(), e);
        case NoRouteToHostException _ -> ConnectionFailures.connecting(endpoint, List.of(), e);
        case SocketTimeoutException _ -> tooLate(e);
        case EOFException _ -> ConnectionFailures.broken(endpoint, e);
        case InterruptedIOException stopped -> TouchFailure.interrupted(stopped);
        default ->
            RestAnswer.notRest(TouchPhrase.REST_UNREADABLE.with(endpoint.hostAndPort()))
                .causedBy(e);
      };
    }

    /// Which of the rungs took too long is seen from those that were reached.
    private TouchFailure tooLate(IOException e) {
      SendTimings reached = client.timings();
      if (connected || reached.tls().isPresent() || reached.connect().isPresent()) {
        return ConnectionFailures.broken(endpoint, e);
      }
      return reached.resolve().isPresent()
          ? ConnectionFailures.connecting(endpoint, List.of(), e)
          : ConnectionFailures.resolverSilent(endpoint, Attempt.CONNECT_TIMEOUT);
    }
  }
}
