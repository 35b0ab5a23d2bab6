package dev.upkeep.touch.tls;

import java.net.Socket;
import java.util.function.Supplier;

/// A verified connection.
///
/// @param socket whose close ends TLS and the connection below; it must be closed
/// @param protocol as `TLSv1.3`
/// @param cipher by the name in RFCs, as `TLS_AES_256_GCM_SHA384`
/// @param certificate the server's own, perhaps without the names that it is for
/// @param named the same with them, as long as the connection stands
public record Secured(
    Socket socket,
    String protocol,
    String cipher,
    ServerCertificate certificate,
    Supplier<ServerCertificate> named) {}
