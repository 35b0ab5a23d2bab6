package dev.upkeep.bench;

import dev.upkeep.testing.Certificates;
import dev.upkeep.testing.FakeUpstash;
import dev.upkeep.testing.RedisServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Times a one-shot touch against the script in Node, and against the build that `-Dupkeep.base`
/// names, one of each in turn: whatever slows the machine down slows all.
public final class PingBench {
  private static final double NO_BUDGET = Double.POSITIVE_INFINITY;

  private final Path authorities;
  private final Path store;

  private PingBench(Path authorities, Path store) {
    this.authorities = authorities;
    this.store = store;
  }

  public static void main(String[] arguments) throws Exception {
    new PingBench(directory(), trustStore()).run();
  }

  private void run() throws Exception {
    try (RedisServer redis = RedisServer.builder().tls(Certificates.server()).start();
        FakeUpstash rest = FakeUpstash.start(Certificates.server())) {
      // A network answers by address and by name; what was read is the same.
      String port = redis.url().replaceAll(".*:", "");
      plain("`ping`, plain, address", "redis://127.0.0.1:" + port, 0.40);
      plain("`ping`, plain, name", "redis://localhost:" + port, 0.45);
      Map<String, String> tls = Map.of("UPSTASH_REDIS_URL", redis.tlsUrl());
      Map<String, String> node =
          Map.of(
              "UPSTASH_REDIS_URL",
              redis.tlsUrl(),
              "NODE_EXTRA_CA_CERTS",
              Certificates.caFile().toString());
      compare("`ping`, TLS, the whole trust store", tls, node, 0.6, 0.30);
      Map<String, String> java = new HashMap<>(tls);
      java.put("UPKEEP_TLS", "jsse");
      compare("the same by `UPKEEP_TLS=jsse`", java, node, NO_BUDGET, 1.0);
      compare(
          "`ping`, REST",
          Map.of(
              "UPSTASH_REDIS_REST_URL",
              rest.uri().toString(),
              "UPSTASH_REDIS_REST_TOKEN",
              FakeUpstash.TOKEN),
          Map.of(),
          NO_BUDGET,
          1.0);
    }
  }

  private void plain(String what, String url, double budget) throws Exception {
    Map<String, String> environment = Map.of("UPSTASH_REDIS_URL", url);
    compare(what, environment, environment, budget, NO_BUDGET);
  }

  /// One row, or two where both are there.
  ///
  /// @param node the peer's environment; empty where there is no peer
  private void compare(
      String what,
      Map<String, String> environment,
      Map<String, String> node,
      double ofNode,
      double ofBase)
      throws Exception {
    Map<String, String> here = new HashMap<>(environment);
    here.put("SSL_CERT_DIR", authorities.toString());
    Map<String, String> before = new HashMap<>(here);
    // Builds before this one trust what Java brings.
    before.put("JAVA_TOOL_OPTIONS", "-Djavax.net.ssl.trustStore=" + store);
    Optional<Program> base = Program.base(before).map(program -> program.with("ping"));
    Optional<Program> peer = node.isEmpty() ? Optional.empty() : Program.peer("ping.js", node);
    List<Program> all = new ArrayList<>(List.of(Program.upkeep(here).with("ping")));
    peer.ifPresent(all::add);
    base.ifPresent(all::add);
    Turns turns = Turns.of(all);
    if (peer.isPresent()) {
      Figures.against(
          what, turns.wall(0), turns.wall(1), "ms", ofNode, turns.processor(0, 1) + turns.load());
    }
    if (base.isPresent()) {
      int last = all.size() - 1;
      Figures.against(
          what + ", before",
          turns.wall(0),
          turns.wall(last),
          "ms",
          ofBase,
          turns.processor(0, last) + turns.load());
    }
  }

  /// The system's authorities and the one of the tests, each under its hash.
  private static Path directory() throws IOException, InterruptedException {
    Path folder =
        Files.createTempDirectory(Files.createDirectories(Path.of("target/bench")), "authorities")
            .toAbsolutePath();
    try (Stream<Path> files = Files.list(Path.of("/etc/ssl/certs"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".pem")).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    Files.copy(Certificates.caFile(), folder.resolve("tests.pem"));
    if (new ProcessBuilder("openssl", "rehash", folder.toString()).start().waitFor() != 0) {
      throw new IllegalStateException("openssl rehash failed");
    }
    return folder;
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
