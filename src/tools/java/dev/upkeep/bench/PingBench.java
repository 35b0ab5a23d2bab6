package dev.upkeep.bench;

import dev.upkeep.testing.Certificates;
import dev.upkeep.testing.RedisServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// Times a one-shot touch against the script in Node, one of each in turn: whatever slows the
/// machine down slows both.
public final class PingBench {
  private static final int PAIRS = 31;
  private static final int WARM_UP = 3;

  private PingBench() {}

  public static void main(String[] arguments) throws Exception {
    try (RedisServer redis = RedisServer.builder().tls(Certificates.server()).start()) {
      compare(
          "`ping`, plain TCP",
          Program.upkeep(Map.of("UPSTASH_REDIS_URL", redis.url())).with("ping"),
          Program.peer("ping.js", Map.of("UPSTASH_REDIS_URL", redis.url())),
          0.4);
      compare(
          "`ping`, TLS, the whole trust store",
          Program.upkeep(
                  Map.of(
                      "UPSTASH_REDIS_URL",
                      redis.tlsUrl(),
                      "JAVA_TOOL_OPTIONS",
                      "-Djavax.net.ssl.trustStore=" + trustStore()))
              .with("ping"),
          Program.peer(
              "ping.js",
              Map.of(
                  "UPSTASH_REDIS_URL",
                  redis.tlsUrl(),
                  "NODE_EXTRA_CA_CERTS",
                  Certificates.caFile().toString())),
          0.9);
    }
  }

  private static void compare(String what, Program ours, Optional<Program> peer, double budget)
      throws IOException, InterruptedException {
    if (peer.isEmpty()) {
      System.out.println(what + ": not compared, since there is no Node here");
      return;
    }
    double[] us = new double[PAIRS];
    double[] them = new double[PAIRS];
    for (int i = -WARM_UP; i < PAIRS; i++) {
      double one = ours.millis();
      double other = peer.get().millis();
      if (i >= 0) {
        us[i] = one;
        them[i] = other;
      }
    }
    Figures.against(what, median(us), median(them), "ms", budget);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /// This Java's authorities and the one of the tests, as Node has its own and that one.
  private static Path trustStore() throws IOException, GeneralSecurityException {
    Path system = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
    KeyStore store = KeyStore.getInstance(system.toFile(), (char[]) null);
    try (InputStream ca = Files.newInputStream(Certificates.caFile())) {
      store.setCertificateEntry(
          "tests", CertificateFactory.getInstance("X.509").generateCertificate(ca));
    }
    Path file = Files.createDirectories(Path.of("target/bench")).resolve("cacerts");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, "changeit".toCharArray());
    }
    return file.toAbsolutePath();
  }
}
