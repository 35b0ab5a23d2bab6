package dev.upkeep.upstash;

import dev.upkeep.http.Request;
import dev.upkeep.http.Response;
import dev.upkeep.http.WebAddress;
import dev.upkeep.http.WebClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A public status page. Which software makes the one of Upstash is documented nowhere, so both
/// that are likely are understood: [Statuspage](https://support.atlassian.com/statuspage/) with its
/// `/api/v2/summary.json`, and [Better
/// Stack](https://betterstack.com/docs/uptime/status-pages/subscribing-to-status-updates/subscribing-to-api/)
/// with its `/index.json`.
public final class StatusPage {
  /// All of it: a page that is slower is of no help to somebody who waits for a notice.
  public static final Duration PATIENCE = Duration.ofSeconds(5);

  /// So that the second form has its turn.
  private static final Duration FIRST_PATIENCE = Duration.ofSeconds(3);

  private static final int MAX_BODY_BYTES = 512 * 1024;
  private static final Logger LOG = LoggerFactory.getLogger(StatusPage.class);

  private final URI page;

  private StatusPage(URI page) {
    this.page = page;
  }

  /// The page at this address.
  ///
  /// @throws IllegalArgumentException if it cannot be visited; see [WebAddress#problem]
  public static StatusPage at(URI address) {
    WebAddress.problem(address)
        .ifPresent(problem -> {
          throw new IllegalArgumentException(problem);
        });
    return new StatusPage(address);
  }

  /// What the page says now, as one short line. Blocks for at most [#PATIENCE].
  ///
  /// @return empty if it cannot be reached in time, or is not understood
  public Optional<String> ask() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try (WebClient client = WebClient.to(page)) {
      Optional<String> summary =
          ask(client, "/api/v2/summary.json", FIRST_PATIENCE, StatusPageReader::statuspage);
      Duration left = Duration.ofNanos(end - System.nanoTime());
      return summary.isPresent() || !left.isPositive()
          ? summary
          : ask(client, "/index.json", left, StatusPageReader::betterStack);
    }
  }

  private Optional<String> ask(
      WebClient client, String path, Duration patience, Function<String, Optional<String>> parser) {
    try {
      Response response =
          client.send(
              Request.get(under(path)).withTimeout(patience).withMaxBodyBytes(MAX_BODY_BYTES));
      return response.ok() ? parser.apply(response.body()) : Optional.empty();
    } catch (IOException notToday) {
      LOG.debug("The status page did not answer: {}.", notToday.getMessage());
      return Optional.empty();
    }
  }

  private URI under(String path) {
    String base = page.getRawPath() == null ? "" : page.getRawPath().replaceFirst("/+$", "");
    return URI.create(page.getScheme() + "://" + page.getRawAuthority() + base + path);
  }
}
