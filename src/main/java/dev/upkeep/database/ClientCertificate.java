package dev.upkeep.database;

import java.util.Optional;

/// What is shown to a server that asks who we are, by reference: `file:/absolute/path` or
/// `env:NAME`. The contents are never copied, and read at each touch.
///
/// @param certificate PEM certificates, our own first, or a PKCS#12 file, which holds the key too
/// @param key the private key, as PEM; absent where it stands beside the certificate
/// @param passphrase what opens the key, where it is encrypted
public record ClientCertificate(
    String certificate, Optional<String> key, Optional<String> passphrase) {}
