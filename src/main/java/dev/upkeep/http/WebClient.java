package dev.upkeep.http;

import dev.upkeep.network.NameLookup;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/// Requests to one server, one after the other, over one connection where the server lets it stand.
/// For one thread, and for a `try` with resources: nothing is left behind.
///
/// HTTP/1.1 with TLS 1.2 or newer, host names verified. No redirects, cookies, authenticators or
/// proxies, whatever the system's properties say: a request goes where its address says, directly,
/// or fails.
public final class WebClient implements AutoCloseable {
  public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final URI origin;
  private final Duration connectTimeout;
  private final Optional<WatchedTrust> trust;
  private final Stopwatch stopwatch = new Stopwatch();
  private @Nullable HttpClient http;
  private boolean resolved;

  private WebClient(URI origin, Duration connectTimeout, Optional<WatchedTrust> trust) {
    this.origin = origin;
    this.connectTimeout = connectTimeout;
    this.trust = trust;
  }

  /// A client for the server of this address that trusts what the system trusts.
  public static WebClient to(URI address) {
    return checked(address, DEFAULT_CONNECT_TIMEOUT, Optional.empty());
  }

  /// A client for the server of this address. Nothing is opened before the first [#send].
  ///
  /// @param address only its scheme, host and port matter
  /// @param connectTimeout for the name, and again for TCP
  /// @param trust judges the server's certificate instead of the system, and knows it then
  /// @throws IllegalArgumentException if the address cannot be used; see [WebAddress#problem]
  public static WebClient to(URI address, Duration connectTimeout, WatchedTrust trust) {
    return checked(address, connectTimeout, Optional.of(trust));
  }

  private static WebClient checked(
      URI address, Duration connectTimeout, Optional<WatchedTrust> trust) {
    WebAddress.problem(address)
        .ifPresent(problem -> {
          throw new IllegalArgumentException(problem);
        });
    return new WebClient(address, connectTimeout, trust);
  }

  /// Sends one request and waits for the whole answer, whatever its status. No message of any of
  /// these exceptions holds more of the address than its host.
  ///
  /// @throws UnknownHostException if the name does not resolve
  /// @throws java.net.ConnectException if nothing listens there
  /// @throws java.net.NoRouteToHostException if there is no way there
  /// @throws javax.net.ssl.SSLException if TLS could not be agreed on, or the certificate is
  ///   rejected
  /// @throws java.net.SocketTimeoutException if the name was not resolved, TCP did not stand, or
  ///   the answer was not complete in time; [#timings()] tells which
  /// @throws java.io.EOFException if the connection ended or was reset in the middle
  /// @throws BodyTooLargeException if the body is longer than allowed
  /// @throws java.net.ProtocolException if the answer is not HTTP
  /// @throws InterruptedIOException if this thread is interrupted, and stays so
  /// @throws IllegalArgumentException if the request is for another server than this client
  public Response send(Request request) throws IOException {
    if (!WebAddress.sameOrigin(origin, request.uri())) {
      throw new IllegalArgumentException("this client is for another server");
    }
    String host = WebAddress.host(origin);
    HttpClient client = client();
    stopwatch.begin();
    long deadline = System.nanoTime() + request.timeout().toNanos();
    if (!resolved) {
      resolve(host, request.timeout());
    }
    // cancel() below closes the connection, which is the one way to end a body that trickles in.
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(prepare(request), info -> new BoundedBody(request.maxBodyBytes()));
    try {
      HttpResponse<byte[]> response =
          answer.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      stopwatch.answered();
      return new Response(
          response.statusCode(),
          response.headers().map(),
          new String(response.body(), StandardCharsets.UTF_8),
          stopwatch.timings());
    } catch (TimeoutException tooLate) {
      answer.cancel(true);
      throw Failures.noAnswer(host);
    } catch (InterruptedException stopped) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for " + host);
    } catch (ExecutionException failed) {
      throw Failures.of(failed, host);
    }
  }

  /// How far the latest send came, be it that it succeeded or not.
  public SendTimings timings() {
    return stopwatch.timings();
  }

  /// Ends the connection at once.
  @Override
  public void close() {
    if (http != null) {
      http.shutdownNow();
    }
  }

  private void resolve(String host, Duration timeout) throws IOException {
    boolean sooner = connectTimeout.compareTo(timeout) < 0;
    List<InetAddress> addresses = NameLookup.addresses(host, sooner ? connectTimeout : timeout);
    // A hosts file can send `localhost` anywhere, and with it what only this computer may read.
    if (!WebAddress.isTls(origin) && !addresses.stream().allMatch(InetAddress::isLoopbackAddress)) {
      throw new UnknownHostException(host + " is not this computer");
    }
    resolved = true;
    stopwatch.resolved();
  }

  private static HttpRequest prepare(Request request) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(request.uri()).header("User-Agent", "Upkeep");
    request.headers().forEach(builder::setHeader);
    return builder
        .method(
            request.method(),
            request
                .body()
                .map(HttpRequest.BodyPublishers::ofString)
                .orElseGet(HttpRequest.BodyPublishers::noBody))
        .build();
  }

  private HttpClient client() throws IOException {
    if (http == null) {
      http = build();
    }
    return http;
  }

  private HttpClient build() throws IOException {
    // Virtual threads, because the client's own pool outlives it by a minute.
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(connectTimeout)
            .executor(Thread::startVirtualThread);
    if (WebAddress.isTls(origin)) {
      SSLParameters parameters = new SSLParameters();
      parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
      try {
        WatchedTrust judge = trust.isPresent() ? trust.get() : WatchedTrust.inSystem();
        builder.sslContext(new WatchedTls(judge.context(), stopwatch)).sslParameters(parameters);
      } catch (GeneralSecurityException e) {
        throw new SSLException("this Java cannot begin TLS", e);
      }
    }
    try {
      return builder.build();
    } catch (UncheckedIOException noSelector) {
      throw noSelector.getCause();
    }
  }
}
