package dev.upkeep.touch.tls;

import java.net.Socket;

/// A verified connection.
///
/// @param socket whose close ends TLS and the connection below; it must be closed
/// @param protocol as `TLSv1.3`
/// @param certificate the server's own
public record Secured(Socket socket, String protocol, ServerCertificate certificate) {}
