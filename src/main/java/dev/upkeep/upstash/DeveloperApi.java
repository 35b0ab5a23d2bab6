package dev.upkeep.upstash;

import dev.upkeep.http.BodyTooLargeException;
import dev.upkeep.http.Request;
import dev.upkeep.http.Response;
import dev.upkeep.http.WebAddress;
import dev.upkeep.http.WebClient;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonException;
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
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/// The [Upstash Developer API](https://upstash.com/docs/devops/developer-api/introduction), as far
/// as it lists databases and counts what they do. One request a call, never repeated: a key that is
/// rejected again and again may be locked. Nothing here can change anything in an account but
/// [#rights], whose one request names a database that cannot exist.
///
/// Callable from any thread.
public final class DeveloperApi {
  /// Where it is.
  public static final URI ADDRESS = URI.create("https://api.upstash.com/v2");

  /// Ten thousand databases with every field that was ever seen, three times over.
  static final int MAX_BODY_BYTES = 32 * 1024 * 1024;

  /// What the vendor's own server asks to be refused, see
  /// `src/docs/decisions/0090-what-a-key-may-do.md`. A constant, so that no data can ever come to
  /// stand in the path of a request that deletes.
  private static final String NOBODYS = "/redis/database/readonly-check-nonexistent";

  /// What the refusal to a key that may only read says.
  private static final String READ_ONLY = "Readonly API key";

  /// A list of many databases takes its time.
  private static final Duration TIMEOUT = Duration.ofSeconds(45);

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

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

  /// What a key may do.
  public enum Rights {
    READ_ONLY,
    /// It may change and delete, too.
    FULL,
    /// The answer was neither the documented refusal nor one that a full key gets.
    UNKNOWN
  }

  /// Lists the Redis databases of an account, with the credentials that the answer holds. Blocks
  /// for at most a minute.
  ///
  /// @throws DeveloperApiException if that cannot be had
  public AccountListing databases(Account account) throws DeveloperApiException {
    return ListingReader.read(ask(account, "/redis/databases"), true);
  }

  /// The same without credentials: they are dropped as they are read.
  ///
  /// @throws DeveloperApiException if that cannot be had
  public AccountListing look(Account account) throws DeveloperApiException {
    return ListingReader.read(ask(account, "/redis/databases"), false);
  }

  /// One database with its credentials, as far as the account tells them.
  ///
  /// @return empty if there is none of this id, or what was told of it makes no sense
  /// @throws DeveloperApiException if it cannot be asked
  public Optional<AccountDatabase> database(Account account, String id)
      throws DeveloperApiException {
    if (!isInPath(id)) {
      return Optional.empty();
    }
    return ListingReader.readOne(ask(account, "/redis/database/" + id))
        .filter(found -> found.id().equals(id));
  }

  /// What a database did this month and today.
  ///
  /// @return empty for an id that cannot be one
  /// @throws DeveloperApiException if that cannot be had
  public Optional<AccountStats> stats(Account account, String id) throws DeveloperApiException {
    return isInPath(id)
        ? Optional.of(StatsReader.read(ask(account, "/redis/stats/" + id)))
        : Optional.empty();
  }

  /// Finds out what a key may do, by one request that would delete a database that cannot exist. To
  /// be called once, after saying so to the person who linked the account.
  ///
  /// @throws DeveloperApiException if that cannot be had, or the server claims to have deleted it
  public Rights rights(Account account) throws DeveloperApiException {
    Response response = send(account, "DELETE", NOBODYS);
    if (response.ok()) {
      throw new DeveloperApiException(
          Kind.UNUSABLE,
          "Upstash claims to have deleted a database that cannot exist, so what answers is not what"
              + " its description says. The account was not linked.");
    }
    int status = response.status();
    boolean refused = status >= 400 && status < 500;
    if (refused && response.body().contains(READ_ONLY)) {
      return Rights.READ_ONLY;
    }
    return status == 400 || status == 404 ? full(response) : unknown(response);
  }

  /// A full key hears, in JSON, that there is no such database.
  private static Rights full(Response response) {
    try {
      Json _ = Json.parse(response.body());
      return Rights.FULL;
    } catch (JsonException notTheApi) {
      return Rights.UNKNOWN;
    }
  }

  private static Rights unknown(Response response) throws DeveloperApiException {
    if (response.status() == 401 || response.status() == 429) {
      throw Refusals.of(response);
    }
    return Rights.UNKNOWN;
  }

  /// Whether it can stand in a path as it is.
  private static boolean isInPath(String id) {
    return ID.matcher(id).matches();
  }

  private String ask(Account account, String path) throws DeveloperApiException {
    Response response = send(account, "GET", path);
    if (response.status() != 200) {
      throw Refusals.of(response);
    }
    return response.body();
  }

  private Response send(Account account, String method, String path) throws DeveloperApiException {
    var wrong = account.problem();
    if (wrong.isPresent()) {
      throw new DeveloperApiException(Kind.REJECTED, wrong.get());
    }
    Request request =
        new Request(
            method,
            URI.create(base + path),
            Map.of("Authorization", account.basicCredentials(), "Accept", "application/json"),
            Optional.empty(),
            timeout,
            MAX_BODY_BYTES);
    try (WebClient client = WebClient.to(base)) {
      return client.send(request);
    } catch (IOException e) {
      throw failure(e);
    }
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
