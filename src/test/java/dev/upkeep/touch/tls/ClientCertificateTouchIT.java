package dev.upkeep.touch.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.json.Json;
import dev.upkeep.testing.Certificates;
import dev.upkeep.testing.Modes;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.UpkeepProcess;
import dev.upkeep.touch.tls.OpensslFiles.Pair;
import dev.upkeep.touch.tls.OpensslFiles.Wish;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Real Redis servers that insist on a client's certificate, as Redis does unless it is told
/// otherwise, touched as a user would.
@EnabledOnOs(OS.LINUX)
final class ClientCertificateTouchIT {
  @TempDir private static Path folder;
  private static OpensslFiles files;
  private static Pair client;
  private static RedisServer modern;
  private static RedisServer older;

  @BeforeAll
  static void start() {
    files = new OpensslFiles(folder);
    Pair root = files.selfSigned(Wish.authority("Root of the clients"));
    client = files.signed(client("EC:P-256"), root);
    modern = insisting(root, "TLSv1.3");
    older = insisting(root, "TLSv1.2");
  }

  @AfterAll
  static void stop() {
    modern.close();
    older.close();
  }

  private static Wish client(String algorithm) {
    return Wish.server("")
        .named("client")
        .extended("extendedKeyUsage=clientAuth\n")
        .algorithm(algorithm);
  }

  private static RedisServer insisting(Pair root, String version) {
    return RedisServer.builder()
        .tls(Certificates.server())
        .config("tls-auth-clients", "yes")
        .config("tls-ca-cert-file", root.certificate().toString())
        .config("tls-protocols", version)
        .start();
  }

  private static Json.Obj ping(String way, RedisServer server, String... options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("ping", "--stdin", "--json", "--ca-file", Certificates.caFile().toString()));
    command.addAll(List.of(options));
    UpkeepProcess.Result result =
        new UpkeepProcess()
            .env("UPKEEP_TLS", way)
            .env("PASSPHRASE", "x")
            .stdin(server.tlsUrl())
            .run(command.toArray(new String[0]));
    assertThat(result.out()).as(result.err()).isNotEmpty();
    return Json.parse(result.out().strip()).asObject().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"openssl, 1.3", "openssl, 1.2", "jsse, 1.3", "jsse, 1.2"})
  void that_one_is_wanted_is_said(String way, String version) throws Exception {
    Json.Obj touch = ping(way, version.equals("1.3") ? modern : older);

    assertThat(touch.string("kind")).contains("tls");
    assertThat(touch.string("message").orElseThrow()).contains("wants a client certificate");
    assertThat(touch.string("advice").orElseThrow()).contains("--cert");
  }

  @ParameterizedTest
  @CsvSource({"openssl, 1.3", "openssl, 1.2", "jsse, 1.3", "jsse, 1.2"})
  void one_that_it_trusts_is_taken(String way, String version) throws Exception {
    Json.Obj touch =
        ping(
            way,
            version.equals("1.3") ? modern : older,
            "--cert",
            client.certificate().toString(),
            "--cert-key",
            client.key().toString());

    assertThat(touch.string("evidence")).as(touch.toString()).contains("write");
  }

  @ParameterizedTest
  @ValueSource(strings = {"traditional", "locked", "pkcs12", "together"})
  void every_form_of_a_key_is_read(String form) throws Exception {
    Path key =
        switch (form) {
          case "traditional" -> files.traditional(client.key());
          case "locked" -> files.locked(client.key());
          case "pkcs12" -> files.pkcs12(client);
          default -> files.joined(client.certificate(), client.key());
        };
    List<String> options = new ArrayList<>(List.of("--key-passphrase", "env:PASSPHRASE"));
    options.addAll(
        form.equals("traditional") || form.equals("locked")
            ? List.of("--cert", client.certificate().toString(), "--cert-key", key.toString())
            : List.of("--cert", key.toString()));

    Json.Obj touch = ping("openssl", modern, options.toArray(new String[0]));

    assertThat(touch.string("evidence")).as(touch.toString()).contains("write");
  }

  @ParameterizedTest
  @ValueSource(strings = {"openssl", "jsse"})
  void one_that_it_does_not_trust_is_said(String way) throws Exception {
    Pair stranger = files.selfSigned(client("EC:P-256"));
    for (RedisServer server : List.of(modern, older)) {
      Json.Obj touch =
          ping(
              way,
              server,
              "--cert",
              stranger.certificate().toString(),
              "--cert-key",
              stranger.key().toString());

      assertThat(touch.string("kind")).contains("tls");
      assertThat(touch.string("message").orElseThrow())
          .contains("does not take the client certificate");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "another's key, does not belong to the client certificate",
    "expired, The client certificate expired on",
    "no such file, There is no file",
    "locked without, --key-passphrase",
    "locked and old, openssl pkcs8 -topk8",
    "a wrong passphrase, The passphrase does not open the private key"
  })
  void what_cannot_be_shown_is_said_before_anything_is_connected(String what, String words)
      throws Exception {
    Pair expired = files.selfSigned(client("EC:P-256").valid(-30, -1));
    Pair pair = what.equals("expired") ? expired : client;
    Path key =
        switch (what) {
          case "another's key" -> expired.key();
          case "no such file" -> folder.resolve("none.pem");
          case "locked without", "a wrong passphrase" -> files.locked(client.key());
          case "locked and old" -> files.lockedTraditional(client.key());
          default -> pair.key();
        };
    List<String> options =
        new ArrayList<>(
            List.of("--cert", pair.certificate().toString(), "--cert-key", key.toString()));
    if (what.equals("a wrong passphrase")) {
      Path wrong = Files.writeString(folder.resolve("wrong"), "c4n4ry");
      options.addAll(List.of("--key-passphrase", "file:" + wrong));
    }

    Json.Obj touch = ping("openssl", modern, options.toArray(new String[0]));

    assertThat(touch.string("message").orElseThrow()).contains(words).doesNotContain("c4n4ry");
    assertThat(touch.get("timingsMs").flatMap(Json::asObject).orElseThrow().members()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"rw-------, false", "rw-r--r--, true"})
  void a_key_that_others_may_read_is_a_remark(String mode, boolean warned) throws Exception {
    Path key = Files.copy(client.key(), folder.resolve("key-" + warned));
    Modes.set(key, mode);

    Json.Obj touch =
        ping(
            "openssl",
            modern,
            "--cert",
            client.certificate().toString(),
            "--cert-key",
            key.toString());

    assertThat(touch.string("remark").orElse("").contains("Others on this computer"))
        .isEqualTo(warned);
  }
}
