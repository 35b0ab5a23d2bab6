package dev.upkeep.touch.tls;

import java.nio.file.Path;

/// The ways to TLS, as tests take them both.
enum TlsWay {
  OPENSSL {
    @Override
    Tls trusting(Path directory) {
      return new OpenSslTls(LIBRARY, directory.toString());
    }
  },
  JSSE {
    @Override
    Tls trusting(Path directory) {
      return new JsseTls(directory.toString());
    }
  };

  static final LibSsl LIBRARY = LibSsl.load("libssl.so.3");

  /// Trusts the authorities that lie in a directory under the hashes of their names.
  abstract Tls trusting(Path directory);
}
