package dev.upkeep.cli.ping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.json.Json;
import dev.upkeep.testing.Certificates;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.UpkeepProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The ping of cron as a process: with nothing loaded that a touch does not need, and with
/// everything there as soon as there is something to say.
final class PlainPingProcessIT {
  private static final int MOST_CLASSES = 1_500;
  private static final int MOST_CLASSES_OVER_TLS = 1_800;

  @TempDir private Path folder;

  @Test
  void a_touch_that_goes_well_loads_no_parser_logger_json_keychain_or_history()
      throws IOException, InterruptedException {
    Path classes = folder.resolve("classes.log");
    try (RedisServer redis = RedisServer.start()) {
      UpkeepProcess.Result result =
          new UpkeepProcess()
              // Without the JDK's own archive, which maps classes that nobody asked for.
              .javaOption("-Xshare:off")
              .javaOption("-Xlog:class+load:file=" + classes)
              .env("UPSTASH_REDIS_URL", redis.url())
              .run("ping");
      assertThat(result.exitCode()).as(result.err()).isZero();
      assertThat(result.out()).contains("Upstash Redis keep-alive: PONG (", "write verified");
      assertThat(result.err()).isEmpty();
    }
    assertThat(Files.readString(classes))
        .contains("dev.upkeep.touch.protocol.RedisToucher ")
        .doesNotContain(
            " picocli.",
            " ch.qos.logback.",
            " com.google.gson.",
            " com.github.javakeyring.",
            " org.sqlite.",
            " dev.upkeep.agent.",
            " dev.upkeep.touch.tls.JsseHeadStart ",
            " javax.net.ssl.SSLContext ",
            " java.math.BigDecimal ",
            " java.security.MessageDigest ",
            " java.time.format.DateTimeFormatter ",
            " java.lang.invoke.StringConcatFactory ",
            " java.util.logging.",
            " dev.upkeep.touch.tls.OpenSsl",
            " com.kenai.jffi.",
            " dev.upkeep.database.paste.CommandLines ",
            " dev.upkeep.database.token.Scanner ",
            " java.time.Year ");
    assertThat(loaded(classes)).as("classes, of which each costs a start").isLessThan(MOST_CLASSES);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_touch_over_tls_that_goes_well_loads_nothing_of_java_s_own_tls() throws Exception {
    Path classes = folder.resolve("classes.log");
    Path authorities = Files.createDirectory(folder.resolve("authorities"));
    Files.copy(Certificates.caFile(), authorities.resolve("ca.pem"));
    assertThat(new ProcessBuilder("openssl", "rehash", authorities.toString()).start().waitFor())
        .isZero();
    try (RedisServer redis = RedisServer.builder().tls(Certificates.server()).start()) {
      UpkeepProcess.Result result =
          new UpkeepProcess()
              .javaOption("-Xshare:off")
              .javaOption("-Xlog:class+load:file=" + classes)
              .env("UPSTASH_REDIS_URL", redis.tlsUrl())
              .env("SSL_CERT_DIR", authorities.toString())
              .run("ping");
      assertThat(result.exitCode()).as(result.err()).isZero();
      assertThat(result.out()).contains("write verified");
      assertThat(result.err()).isEmpty();
    }
    assertThat(Files.readString(classes))
        .contains(" dev.upkeep.touch.tls.OpenSslTls ", " com.kenai.jffi.")
        .doesNotContain(
            " javax.net.ssl.SSLContext ",
            " sun.security.ssl.",
            " java.security.cert.CertificateFactory ",
            " java.net.IDN ",
            " sun.misc.Unsafe ");
    assertThat(loaded(classes))
        .as("classes, of which each costs a start")
        .isLessThan(MOST_CLASSES_OVER_TLS);
  }

  private static long loaded(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(line -> line.contains(" source: ")).count();
    }
  }

  @Test
  void what_is_to_be_said_is_logged_as_ever() throws Exception {
    UpkeepProcess nowhere =
        new UpkeepProcess()
            .env("UPSTASH_REDIS_URL", "redis://127.0.0.1:1")
            .env("UPKEEP_WEBHOOK_URL", "http://127.0.0.1:1/hook");

    UpkeepProcess.Result text = nowhere.run("ping");
    UpkeepProcess.Result json = nowhere.env("UPKEEP_LOG", "json").run("ping");

    assertThat(text.exitCode()).isEqualTo(1);
    assertThat(text.err())
        .containsPattern("(?m)^\\[[^]]+Z] WARN PingNotices: Not delivered: ")
        .doesNotContain("SLF4J");
    assertThat(json.exitCode()).isEqualTo(1);
    Json.Obj event =
        Json.parse(
                json.err().lines().filter(line -> line.startsWith("{")).findFirst().orElseThrow())
            .asObject()
            .orElseThrow();
    assertThat(event.members().keySet()).startsWith("time", "level", "logger", "thread", "message");
  }
}
