package dev.upkeep.touch.protocol;

import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Provider;
import dev.upkeep.language.TouchPhrase;
import dev.upkeep.network.LocalNames;
import dev.upkeep.network.PublicHosts;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.conversation.Attempt;
import dev.upkeep.touch.conversation.Deadline;
import dev.upkeep.touch.conversation.TouchFailure;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/// Names what went wrong below the protocol: the name, the way, the connection.
public final class ConnectionFailures {
  private static final Pattern TEMPORARY =
      Pattern.compile("temporary (failure|error)|try again", Pattern.CASE_INSENSITIVE);

  private ConnectionFailures() {}

  static TouchFailure unresolved(Endpoint endpoint, UnknownHostException cause) {
    TouchPhrase advice =
        switch (Provider.of(endpoint.host())) {
          case UPSTASH, VERCEL -> TouchPhrase.ARCHIVED_ADVICE;
          default -> TouchPhrase.NAME_UNKNOWN_ADVICE;
        };
    if (cause instanceof LocalNames.AstrayException) {
      return TouchFailure.lasting(
              FailureKind.UNRESOLVED,
              TouchPhrase.NAME_LEADS_HERE.with(endpoint.host()),
              TouchPhrase.NAME_LEADS_HERE_ADVICE.with())
          .causedBy(cause)
          .orOffline();
    }
    TouchFailure failure =
        (isUnanswered(endpoint, cause)
                ? TouchFailure.passing(
                    FailureKind.TIMEOUT,
                    TouchPhrase.NAME_NOT_NOW.with(endpoint.host()),
                    TouchPhrase.NAME_SERVER_ADVICE.with())
                : TouchFailure.lasting(
                    FailureKind.UNRESOLVED,
                    TouchPhrase.NAME_UNKNOWN.with(endpoint.host()),
                    advice.with()))
            .causedBy(cause);
    return PublicHosts.isPublic(endpoint.host()) ? failure.orOffline() : failure;
  }

  /// Whether nobody could tell, which says nothing about the database: a name server failed, or
  /// none was reached. The system says so in words only (EAI_AGAIN, WSATRY_AGAIN), beside the name.
  private static boolean isUnanswered(Endpoint endpoint, UnknownHostException cause) {
    String words = Objects.requireNonNullElse(cause.getMessage(), "");
    return TEMPORARY.matcher(words.replace(endpoint.host(), "")).find();
  }

  static TouchFailure resolverSilent(Endpoint endpoint, Duration waited) {
    TouchFailure failure =
        TouchFailure.passing(
            FailureKind.TIMEOUT,
            TouchPhrase.NAME_NOT_IN_TIME.with(endpoint.host(), seconds(waited)),
            TouchPhrase.NAME_SERVER_ADVICE.with());
    return PublicHosts.isPublic(endpoint.host()) ? failure.orOffline() : failure;
  }

  /// No TCP connection.
  ///
  /// @param addresses all that were tried, as far as they are known
  static TouchFailure connecting(
      Endpoint endpoint, List<InetAddress> addresses, IOException cause) {
    String where = endpoint.hostAndPort();
    if (isRefused(cause)) {
      return TouchFailure.passing(
              FailureKind.REFUSED,
              TouchPhrase.REFUSED.with(where),
              TouchPhrase.REFUSED_ADVICE.with())
          .causedBy(cause);
    }
    TouchFailure failure =
        isTimeout(cause)
            ? TouchFailure.passing(
                FailureKind.TIMEOUT,
                TouchPhrase.NOT_CONNECTED.with(where, seconds(Attempt.CONNECT_TIMEOUT)),
                TouchPhrase.NOT_CONNECTED_ADVICE.with())
            : TouchFailure.passing(
                FailureKind.TIMEOUT,
                TouchPhrase.NO_WAY.with(where),
                TouchPhrase.NO_WAY_ADVICE.with());
    boolean isPublic =
        PublicHosts.isPublic(endpoint.host()) && addresses.stream().allMatch(PublicHosts::isPublic);
    return (isPublic ? failure.orOffline() : failure).causedBy(cause);
  }

  /// A connection that stood was lost, or went silent until the limit.
  static TouchFailure broken(Endpoint endpoint, Deadline limit, IOException cause) {
    return limit.expired() ? silent(endpoint, cause) : broken(endpoint, cause);
  }

  static TouchFailure broken(Endpoint endpoint, IOException cause) {
    if (cause instanceof SocketTimeoutException) {
      return silent(endpoint, cause);
    }
    TouchPhrase how = cause instanceof EOFException ? TouchPhrase.CLOSED : TouchPhrase.RESET;
    return TouchFailure.passing(
            FailureKind.CLOSED,
            how.with(endpoint.hostAndPort()),
            (endpoint.tls() ? TouchPhrase.CLOSED_TLS_ADVICE : TouchPhrase.CLOSED_ADVICE).with())
        .causedBy(cause);
  }

  private static TouchFailure silent(Endpoint endpoint, IOException cause) {
    return TouchFailure.passing(
            FailureKind.TIMEOUT,
            TouchPhrase.SILENT.with(endpoint.hostAndPort()),
            TouchPhrase.SILENT_ADVICE.with())
        .causedBy(cause);
  }

  /// Of what several addresses of one host failed with: that one refused says more than that
  /// another cannot be reached from here, as IPv6 often cannot.
  static IOException mostTelling(List<IOException> failures) {
    return failures.stream()
        .filter(ConnectionFailures::isRefused)
        .findFirst()
        .or(() -> failures.stream().filter(ConnectionFailures::isTimeout).findFirst())
        .or(() -> failures.stream().findFirst())
        .orElseGet(() -> new IOException("no address"));
  }

  private static boolean isRefused(IOException e) {
    return e instanceof ConnectException && !isTimeout(e) && !isUnreachable(e);
  }

  private static boolean isTimeout(IOException e) {
    return e instanceof SocketTimeoutException
        || (e.getMessage() != null
            && e.getMessage().toLowerCase(Locale.ROOT).contains("timed out"));
  }

  private static boolean isUnreachable(IOException e) {
    return e.getMessage() != null
        && e.getMessage().toLowerCase(Locale.ROOT).contains("unreachable");
  }

  private static long seconds(Duration duration) {
    return Math.max(1, duration.toSeconds());
  }
}
