package dev.upkeep.touch.tls;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reads certificates in OpenSSL's hands.
final class OpenSslCertificates {
  /// As in RFC 2253, what is not ASCII left as it is.
  private static final long RFC_2253 = 0x0111_0313L;

  private static final int LONGEST_NAME = 4096;

  private final LibSsl lib;
  private final long memoryBio;
  private final long epoch;

  OpenSslCertificates(LibSsl lib) {
    this.lib = lib;
    memoryBio = lib.call(lib.bioSMem);
    epoch = lib.call(lib.asn1TimeSet, 0, 0);
  }

  /// A certificate to be freed, or 0 if this is none.
  static long parse(LibSsl lib, byte[] der) {
    return parse(lib, lib.d2iX509, der);
  }

  /// What one of OpenSSL's `d2i_` functions makes of it, to be freed, or 0.
  static long parse(LibSsl lib, long function, byte[] der) {
    long bytes = lib.allocate(der.length + Long.BYTES);
    try {
      // The function moves the pointer that it is given, so it has one of its own.
      lib.putLong(bytes, bytes + Long.BYTES);
      lib.put(bytes + Long.BYTES, der, 0, der.length);
      return lib.call(function, 0, bytes, der.length);
    } finally {
      lib.free(bytes);
    }
  }

  /// The server's certificate, whether it was accepted or not; empty if none was judged.
  Optional<ServerCertificate> leaf(long ssl) {
    long chain = lib.call(lib.sslGet0VerifiedChain, ssl);
    if (chain == 0 || lib.integer(lib.opensslSkNum, chain) < 1) {
      return Optional.empty();
    }
    long leaf = lib.call(lib.opensslSkValue, chain, 0);
    return Optional.of(
        new ServerCertificate(
            name(lib.call(lib.x509GetSubjectName, leaf)),
            name(lib.call(lib.x509GetIssuerName, leaf)),
            time(lib.call(lib.x509Get0NotBefore, leaf)),
            time(lib.call(lib.x509Get0NotAfter, leaf)),
            List.of()));
  }

  /// The same with the names that it is for, which people want to see of one that was refused.
  Optional<ServerCertificate> named(long ssl) {
    return leaf(ssl)
        .map(shown -> {
          long chain = lib.call(lib.sslGet0VerifiedChain, ssl);
          return shown.withNamesOf(encoded(lib.call(lib.opensslSkValue, chain, 0)));
        });
  }

  private byte[] encoded(long certificate) {
    int length = Math.max(0, lib.integer(lib.i2dX509, certificate, 0));
    long bytes = lib.allocate(length + Long.BYTES);
    try {
      lib.putLong(bytes, bytes + Long.BYTES);
      lib.call(lib.i2dX509, certificate, bytes);
      byte[] der = new byte[length];
      lib.get(bytes + Long.BYTES, der, 0, length);
      return der;
    } finally {
      lib.free(bytes);
    }
  }

  private String name(long name) {
    long bio = lib.call(lib.bioNew, memoryBio);
    long buffer = lib.allocate(LONGEST_NAME);
    try {
      lib.call(lib.x509NamePrintEx, bio, name, 0, RFC_2253);
      byte[] text = new byte[Math.max(0, lib.integer(lib.bioRead, bio, buffer, LONGEST_NAME))];
      lib.get(buffer, text, 0, text.length);
      return new String(text, StandardCharsets.UTF_8);
    } finally {
      lib.free(buffer);
      lib.call(lib.bioFree, bio);
    }
  }

  private Instant time(long time) {
    long difference = lib.allocate(2 * Integer.BYTES);
    try {
      boolean known =
          lib.integer(lib.asn1TimeDiff, difference, difference + Integer.BYTES, epoch, time) == 1;
      return known
          ? Instant.ofEpochSecond(
              lib.getInt(difference) * 86_400L + lib.getInt(difference + Integer.BYTES))
          : Instant.EPOCH;
    } finally {
      lib.free(difference);
    }
  }
}
