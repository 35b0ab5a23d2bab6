package dev.upkeep.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.upkeep.testing.Certificates;
import dev.upkeep.testing.Modes;
import dev.upkeep.testing.Program;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The script of the GitHub action with a real `curl` and a server of releases; `gh` is a script
/// that says what the test wants. The package holds a program that tells its arguments and
/// variables.
@EnabledOnOs(OS.LINUX)
final class ActionScriptIT {
  private static final String RELEASE = "/owner/upkeep/releases/download/v1.2.3/";

  @TempDir private Path folder;
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final Map<String, String> redirects = new ConcurrentHashMap<>();
  private HttpsServer server;
  private HttpServer plain;
  private String architecture;
  private byte[] released;

  @BeforeEach
  void publish() throws Exception {
    Path program = Files.createDirectories(folder.resolve("upkeep-1.2.3/bin")).resolve("upkeep");
    script(program, "echo \"touched by $*\"; env");
    Files.createDirectories(folder.resolve("bin"));
    script(folder.resolve("bin/gh"), "echo \"$@\" token=$GH_TOKEN > " + folder.resolve("asked"));
    architecture = System.getProperty("os.arch").equals("amd64") ? "amd64" : "arm64";
    Program.in(folder).run("tar", "-czf", "package", "upkeep-1.2.3");
    released = Files.readAllBytes(folder.resolve("package"));
    files.put(RELEASE + name(), released);
    String sums = sha256(released) + "  " + name() + "\n";
    files.put(RELEASE + "SHA256SUMS", sums.getBytes(StandardCharsets.UTF_8));

    InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server = HttpsServer.create(here, 50);
    server.setHttpsConfigurator(new HttpsConfigurator(Certificates.server().serverContext()));
    server.createContext("/", this::answer);
    server.start();
    plain = HttpServer.create(here, 50);
    plain.createContext("/", this::answer);
    plain.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    plain.stop(0);
  }

  private String name() {
    return "upkeep-1.2.3-linux-" + architecture + ".tar.gz";
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    try (exchange) {
      if (redirects.containsKey(path)) {
        exchange.getResponseHeaders().add("Location", redirects.get(path));
        exchange.sendResponseHeaders(302, -1);
      } else if (files.containsKey(path)) {
        byte[] bytes = files.get(path);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    Modes.set(file, "rwxr-xr-x");
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static String at(HttpServer where, String scheme) {
    return scheme + "://127.0.0.1:" + where.getAddress().getPort();
  }

  private Program.Result run(Map<String, String> variables, String... arguments) throws Exception {
    Program program =
        Program.in(folder)
            .env("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"))
            .env("TMPDIR", folder.toString())
            .env("CURL_CA_BUNDLE", Certificates.caFile().toString())
            .env("UPKEEP_ACTION_VERSION", "1.2.3")
            .env("UPKEEP_ACTION_REPOSITORY", "owner/upkeep")
            .env("UPKEEP_ACTION_SERVER", at(server, "https"))
            .env("UPKEEP_ACTION_TOKEN", "a-token")
            .env(variables);
    String action = Path.of("jpackage/linux/action.sh").toAbsolutePath().toString();
    return arguments.length == 0
        ? program.run("sh", action)
        : program.run("sh", action, arguments[0]);
  }

  private void refused(Map<String, String> variables) throws Exception {
    Program.Result result = run(variables);

    assertThat(result.exitCode()).as(result.everything()).isNotZero();
    assertThat(result.out()).doesNotContain("touched");
  }

  @Test
  void it_touches_with_what_it_downloaded_and_verified() throws Exception {
    Program.Result result = run(Map.of());

    assertThat(result.exitCode()).as(result.everything()).isZero();
    assertThat(result.out()).contains("touched by ping");
    assertThat(folder.resolve("asked"))
        .content()
        .isEqualTo(
            "attestation verify "
                + name()
                + " --repo owner/upkeep --signer-workflow owner/upkeep/.github/workflows/release.yml"
                + " --source-ref refs/tags/v1.2.3 token=a-token\n");
  }

  @Test
  void upkeep_gets_neither_the_token_nor_what_was_meant_for_the_script() throws Exception {
    assertThat(run(Map.of("UPSTASH_REDIS_URL", "redis://x")).out())
        .contains("UPSTASH_REDIS_URL=redis://x")
        .doesNotContain("UPKEEP_ACTION", "a-token");
  }

  @Test
  void a_variable_of_the_job_with_a_general_name_decides_nothing() throws Exception {
    Map<String, String> general =
        Map.of(
            "RELEASES", "https://127.0.0.1:1",
            "SERVER", "https://127.0.0.1:1",
            "REPOSITORY", "somebody/else",
            "VERSION", "9.9.9",
            "SHA256", "0".repeat(64),
            "ATTESTATION", "off");

    assertThat(run(general).out()).contains("touched by ping");
    assertThat(folder.resolve("asked")).content().contains("--repo owner/upkeep ");
  }

  @Test
  void a_redirect_is_followed_to_https_and_never_to_http() throws Exception {
    files.put("/elsewhere", released);
    files.remove(RELEASE + name());
    redirects.put(RELEASE + name(), at(server, "https") + "/elsewhere");
    assertThat(run(Map.of()).out()).contains("touched by ping");

    redirects.put(RELEASE + name(), at(plain, "http") + "/elsewhere");
    refused(Map.of());
  }

  @Test
  void a_server_without_tls_is_refused() throws Exception {
    refused(Map.of("UPKEEP_ACTION_SERVER", at(plain, "http")));
  }

  @Test
  void a_package_that_is_not_the_one_released_is_refused() throws Exception {
    files.put(RELEASE + name(), new byte[] {1});

    refused(Map.of());
  }

  @Test
  void a_package_of_which_no_checksum_is_known_is_refused() throws Exception {
    files.put(RELEASE + "SHA256SUMS", new byte[0]);

    refused(Map.of());
  }

  @Test
  void a_checksum_of_ones_own_counts_as_well() throws Exception {
    refused(Map.of("UPKEEP_ACTION_SHA256", "0".repeat(64)));

    assertThat(run(Map.of("UPKEEP_ACTION_SHA256", sha256(released))).out())
        .contains("touched by ping");
  }

  @Test
  void a_package_that_nobody_vouches_for_is_refused_with_what_gh_says() throws Exception {
    script(folder.resolve("bin/gh"), "echo no attestations found; exit 1");

    refused(Map.of());
    assertThat(run(Map.of()).err())
        .contains("no attestations found", "it is not proved that the release workflow");
  }

  @Test
  void without_the_attestation_only_where_that_is_said() throws Exception {
    script(folder.resolve("bin/gh"), "exit 1");

    Program.Result result = run(Map.of("UPKEEP_ACTION_ATTESTATION", "off"));

    assertThat(result.out()).contains("touched by ping");
    assertThat(result.err()).contains("is not verified");
    refused(Map.of("UPKEEP_ACTION_ATTESTATION", "no"));
  }

  @Test
  void a_version_that_could_be_something_else_is_refused() throws Exception {
    refused(Map.of("UPKEEP_ACTION_VERSION", "../1.2.3"));
    refused(Map.of("UPKEEP_ACTION_VERSION", ""));
  }

  @Test
  void a_release_in_a_folder_can_be_tried_out() throws Exception {
    Files.write(folder.resolve(name()), released);
    Files.writeString(folder.resolve("SHA256SUMS"), sha256(released) + "  " + name() + "\n");

    assertThat(run(Map.of(), folder.toString()).out()).contains("touched by ping");
  }

  /// What `action.yml` sets is what the script reads.
  @Test
  void the_action_hands_over_what_the_script_reads() throws Exception {
    String action = Files.readString(Path.of("action.yml"));
    String script = Files.readString(Path.of("jpackage/linux/action.sh"));

    for (String name :
        new String[] {"VERSION", "SHA256", "ATTESTATION", "REPOSITORY", "SERVER", "TOKEN"}) {
      assertThat(action).contains("UPKEEP_ACTION_" + name + ": ${{");
      assertThat(script).contains("${UPKEEP_ACTION_" + name + ":-");
    }
  }
}
