package dev.upkeep.touch.tls;

import java.io.IOException;
import java.net.Socket;

/// One way to put TLS over a connected socket. For any number of threads.
public interface Tls {
  /// Begins, in the background and once in a process, what the first handshake needs; for callers
  /// who know already that there will be one.
  void prepare();

  /// Shakes hands and judges the server. To give up, close the socket below: whoever waits here
  /// ends then.
  ///
  /// @param tcp connected; closed by whoever opened it when this throws
  /// @param timeoutMillis for each wait for the server's bytes
  /// @throws TlsException if the server was rejected, or rejected us, or speaks something else
  /// @throws java.io.EOFException if the connection ended
  /// @throws java.net.SocketTimeoutException if the server was silent
  /// @throws IOException if the connection was lost otherwise
  Secured secure(Socket tcp, TlsPeer peer, int timeoutMillis) throws IOException;
}
