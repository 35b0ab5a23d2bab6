package dev.upkeep.touch.tls;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/// Lets the first handshake of a process begin before there is a connection.
///
/// JSSE spends most of a first handshake on what is the same in each: it lists its cipher suites,
/// and computes a table for P-256, on which every handshake offers a key. It can as well do so
/// while the name is looked up and the server is called.
final class JsseHeadStart {
  private static final AtomicBoolean BEGUN = new AtomicBoolean();

  private JsseHeadStart() {}

  /// Begins, once in a process, on daemon threads. A handshake that comes too early waits for them.
  static void begin() {
    if (BEGUN.compareAndSet(false, true)) {
      start("tls-curve", JsseHeadStart::computeTable);
      start("tls-suites", JsseHeadStart::listSuites);
    }
  }

  private static void start(String name, Step step) {
    Thread.ofPlatform()
        .daemon()
        .name(name)
        .start(() -> {
          try {
            step.run();
          } catch (GeneralSecurityException unsupported) {
            // The handshake will meet it too, and says so.
          }
        });
  }

  private static void computeTable() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    var _ = generator.generateKeyPair();
  }

  private static void listSuites() throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(new KeyManager[0], new TrustManager[0], null);
    var _ = context.createSSLEngine();
  }

  private interface Step {
    void run() throws GeneralSecurityException;
  }
}
