package dev.upkeep.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A sample database behind TLS and a password: starts a real Redis, runs a command, and ends with
/// the command's exit status. The command finds
///
/// - `UPSTASH_REDIS_URL`: the database, encrypted
/// - `SAMPLE_PLAIN_URL`: the same, not encrypted
/// - `SAMPLE_URLS`: both, and those of a database without a password, each with the host's name and
///   with its address
/// - `SAMPLE_JAVA_URLS`: what Java's own TLS serves: the database, and one over REST with its token
/// - `SAMPLE_CA_FILE`: the authority that signed its certificate, as PEM
public final class SampleWithTls {
  private SampleWithTls() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int status;
    try (RedisServer server =
            RedisServer.builder().password("sample").tls(Certificates.server()).start();
        RedisServer open = RedisServer.builder().tls(Certificates.server()).start();
        FakeUpstash rest = FakeUpstash.start(Certificates.server())) {
      ProcessBuilder builder = new ProcessBuilder(List.of(args)).inheritIO();
      builder
          .environment()
          .putAll(
              Map.of(
                  "UPSTASH_REDIS_URL", server.tlsUrl(),
                  "SAMPLE_PLAIN_URL", server.url(),
                  "SAMPLE_URLS",
                      urls(List.of(server.tlsUrl(), server.url(), open.tlsUrl(), open.url())),
                  "SAMPLE_JAVA_URLS", server.tlsUrl() + "\n" + rest.uri() + " " + FakeUpstash.TOKEN,
                  "SAMPLE_CA_FILE", Certificates.caFile().toString()));
      Process command = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(command::destroy));
      status = command.waitFor();
    }
    System.exit(status);
  }

  private static String urls(List<String> some) {
    List<String> urls = new ArrayList<>(some);
    for (String url : some) {
      urls.add(
          url.contains("localhost")
              ? url.replace("localhost", "127.0.0.1")
              : url.replace("127.0.0.1", "localhost"));
    }
    return String.join("\n", urls);
  }
}
