package dev.upkeep.upstash;

import dev.upkeep.http.BodyTooLargeException;
import dev.upkeep.http.Request;
import dev.upkeep.http.Response;
import dev.upkeep.http.WebAddress;
import dev.upkeep.http.WebClient;
import dev.upkeep.upstash.DeveloperApiException.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/// The [Upstash Developer API](https://upstash.com/docs/devops/developer-api/introduction), as far
/// as it lists databases. One request a call, never repeated: a key that is rejected again and
/// again may be locked.
///
/// Callable from any thread.
public final class DeveloperApi {
  /// Where it is.
  public static final URI ADDRESS = URI.create("https://api.upstash.com/v2");

  /// Ten thousand databases with every field that was ever seen, three times over.
  static final int MAX_BODY_BYTES = 32 * 1024 * 1024;

  /// A list of many databases takes its time.
  private static final Duration TIMEOUT = Duration.ofSeconds(45);

  private final URI base;
  private final Duration timeout;

  /// The API at an address.
  ///
  /// @param base [#ADDRESS]; another one is for tests
  /// @throws IllegalArgumentException unless it is `https://`, or on this computer
  public DeveloperApi(URI base) {
    this(base, TIMEOUT);
  }

  DeveloperApi(URI base, Duration timeout) {
    WebAddress.problem(base)
        .ifPresent(problem -> {
          throw new IllegalArgumentException(problem);
        });
    this.base = base;
    this.timeout = timeout;
  }

  /// Lists the Redis databases of an account, with the credentials that the answer holds. Blocks
  /// for at most a minute.
  ///
  /// @throws DeveloperApiException if that cannot be had
  public AccountListing databases(Account account) throws DeveloperApiException {
    var wrong = account.problem();
    if (wrong.isPresent()) {
      throw new DeveloperApiException(Kind.REJECTED, wrong.get());
    }
    Request request =
        Request.get(URI.create(base + "/redis/databases"))
            .withHeader("Authorization", account.basicCredentials())
            .withHeader("Accept", "application/json")
            .withTimeout(timeout)
            .withMaxBodyBytes(MAX_BODY_BYTES);
    try (WebClient client = WebClient.to(base)) {
      return listing(client.send(request));
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private AccountListing listing(Response response) throws DeveloperApiException {
    if (response.status() != 200) {
      throw Refusals.of(response);
    }
    return ListingReader.read(response.body());
  }

  /// What is thrown has a message of its own: a server's words, and the JDK's, may quote what was
  /// sent.
  private DeveloperApiException failure(IOException e) {
    String host = base.getHost();
    return switch (e) {
      case UnknownHostException _ ->
          unreachable("The name " + host + " does not resolve. Check the network, then try again.");
      case NoRouteToHostException _ ->
          unreachable("There is no way to " + host + " from this computer's network.");
      case SocketTimeoutException _ ->
          unreachable(host + " did not answer in time. Try again later.");
      case ConnectException _ -> unusable(host + " refused the connection. Try again later.");
      case InterruptedIOException _ -> unusable("Asking " + host + " was interrupted.");
      case SSLException _ ->
          unusable(
              "The certificate of "
                  + host
                  + " was not accepted, and nothing was sent. A proxy of this network may stand in"
                  + " between.");
      case BodyTooLargeException _ ->
          unusable("The answer of " + host + " is longer than any account's, and was not read.");
      case ProtocolException _ -> Refusals.notTheApi();
      default ->
          unusable("The connection to " + host + " was lost in the middle. Try again later.");
    };
  }

  private static DeveloperApiException unusable(String message) {
    return new DeveloperApiException(Kind.UNUSABLE, message);
  }

  private static DeveloperApiException unreachable(String message) {
    return new DeveloperApiException(Kind.UNREACHABLE, message);
  }
}
