package dev.upkeep.touch.protocol;

import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Provider;
import dev.upkeep.network.LocalNames;
import dev.upkeep.network.PublicHosts;
import dev.upkeep.touch.FailureKind;
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
final class ConnectionFailures {
  private static final Pattern TEMPORARY =
      Pattern.compile("temporary (failure|error)|try again", Pattern.CASE_INSENSITIVE);

  private ConnectionFailures() {}

  static TouchFailure unresolved(Endpoint endpoint, UnknownHostException cause) {
    String advice =
        switch (Provider.of(endpoint.host())) {
          case UPSTASH, VERCEL ->
              "Upstash may have archived or deleted this database. Look for it in the console: a"
                  + " backup can be restored there, under a new address.";
          default -> "Check the host for typing errors. The database may have been deleted.";
        };
    if (cause instanceof LocalNames.AstrayException) {
      return TouchFailure.lasting(
              FailureKind.UNRESOLVED,
              "The name " + endpoint.host() + " leads only to this computer itself.",
              "A filter of names, or a network that wants a login first, may answer so. Check this"
                  + " computer's network and its name server.")
          .causedBy(cause)
          .orOffline();
    }
    TouchFailure failure =
        (isUnanswered(endpoint, cause)
                ? TouchFailure.passing(
                    FailureKind.TIMEOUT,
                    "The name " + endpoint.host() + " cannot be resolved at the moment.",
                    "Check this computer's network and its name server.")
                : TouchFailure.lasting(
                    FailureKind.UNRESOLVED,
                    "The name " + endpoint.host() + " does not exist.",
                    advice))
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
            "The name " + endpoint.host() + " was not resolved within " + seconds(waited) + ".",
            "Check this computer's network and its name server.");
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
              where + " refused the connection.",
              "Nothing listens there. Check the port, and that the server is running.")
          .causedBy(cause);
    }
    TouchFailure failure =
        isTimeout(cause)
            ? TouchFailure.passing(
                FailureKind.TIMEOUT,
                "No connection to " + where + " within " + seconds(Attempt.CONNECT_TIMEOUT) + ".",
                "Check host and port; a firewall may be dropping the packets.")
            : TouchFailure.passing(
                FailureKind.TIMEOUT,
                "There is no way to " + where + " from this computer.",
                "Check this computer's network; a VPN may be needed.");
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
    String how = cause instanceof EOFException ? " closed" : " reset";
    return TouchFailure.passing(
            FailureKind.CLOSED,
            endpoint.hostAndPort() + how + " the connection before it had answered.",
            "If this lasts, check that host and port belong to a Redis"
                + (endpoint.tls()
                    ? ". A proxy behaves so, too, while the database behind it is down."
                    : ", and whether it wants TLS (rediss://)."))
        .causedBy(cause);
  }

  private static TouchFailure silent(Endpoint endpoint, IOException cause) {
    return TouchFailure.passing(
            FailureKind.TIMEOUT,
            "No answer from " + endpoint.hostAndPort() + " in time.",
            "The server accepts connections but does not answer. If this lasts, look at the"
                + " provider's status page.")
        .causedBy(cause);
  }

  static TouchFailure interrupted(Exception cause) {
    Thread.currentThread().interrupt();
    return TouchFailure.lasting(
            FailureKind.INTERNAL,
            "The touch was interrupted.",
            "Upkeep was stopping; run it again.")
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

  private static String seconds(Duration duration) {
    return Math.max(1, duration.toSeconds()) + " s";
  }
}
