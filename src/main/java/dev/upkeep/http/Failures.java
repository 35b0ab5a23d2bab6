package dev.upkeep.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// Names what went wrong, from whatever `java.net.http` reports. The new exception has a message of
/// ours and no cause: the client's own messages quote what a server sent, and servers repeat what
/// they were sent. Only TLS failures pass as they are, for what they say of the certificate.
final class Failures {
  private static final int MAX_CAUSES = 16;

  private Failures() {}

  /// @throws Error if that is what happened
  static IOException of(Throwable thrown, String host) {
    List<Throwable> causes =
        Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(MAX_CAUSES).toList();
    for (Throwable cause : causes) {
      switch (cause) {
        case Error fatal -> throw fatal;
        case BodyTooLargeException tooLarge -> {
          return tooLarge;
        }
        case HttpConnectTimeoutException tooLate -> {
          return noConnection(host);
        }
        case HttpTimeoutException tooLate -> {
          return noAnswer(host);
        }
        case SSLException tls -> {
          return tls;
        }
        case ConnectException unconnected -> {
          return unconnected(causes, host);
        }
        case EOFException end -> {
          return closed(host);
        }
        case SocketException reset -> {
          return closed(host);
        }
        case ClosedChannelException gone -> {
          return closed(host);
        }
        case IOException lost when isLost(lost) -> {
          return closed(host);
        }
        default -> {
          // An envelope; look inside.
        }
      }
    }
    return new ProtocolException(host + " did not answer as a web server does");
  }

  static SocketTimeoutException noConnection(String host) {
    return new SocketTimeoutException(host + " did not accept a connection in time");
  }

  static SocketTimeoutException noAnswer(String host) {
    return new SocketTimeoutException(host + " did not answer completely in time");
  }

  private static EOFException closed(String host) {
    return new EOFException(host + " closed the connection before its answer was complete");
  }

  private static IOException unconnected(List<Throwable> causes, String host) {
    for (Throwable cause : causes) {
      if (cause instanceof UnresolvedAddressException) {
        return new UnknownHostException(host);
      }
      String message = Objects.requireNonNullElse(cause.getMessage(), "");
      if (cause instanceof NoRouteToHostException || message.contains("unreachable")) {
        return new NoRouteToHostException("there is no way to " + host);
      }
      if (message.contains("timed out")) {
        return noConnection(host);
      }
    }
    return new ConnectException(host + " refused the connection");
  }

  /// The system's own words, which come without a class of their own.
  private static boolean isLost(IOException e) {
    String message = Objects.requireNonNullElse(e.getMessage(), "");
    return message.startsWith("Connection reset") || message.startsWith("Broken pipe");
  }
}
