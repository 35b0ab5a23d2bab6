package dev.upkeep.touch.tls;

import java.util.List;
import java.util.Optional;

/// Whom we mean to speak to, and who we are.
///
/// @param host the name or address (without brackets) that the certificate must be for
/// @param authorities certificates (DER) to trust instead of the system's
/// @param identity what to show a server that asks for a client's certificate
public record TlsPeer(
    String host, int port, Optional<List<byte[]>> authorities, Optional<ClientIdentity> identity) {}
