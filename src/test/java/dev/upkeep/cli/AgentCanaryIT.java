package dev.upkeep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.instance.AgentPlace;
import dev.upkeep.deploy.Engine;
import dev.upkeep.testing.BadServer;
import dev.upkeep.testing.Canary;
import dev.upkeep.testing.FakeDeveloperApi;
import dev.upkeep.testing.FakeUpstash;
import dev.upkeep.testing.HttpInbox;
import dev.upkeep.testing.HttpReply;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.UpkeepProcess;
import dev.upkeep.testing.Wait;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URLEncoder;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Stored secrets in a real agent of a desktop, which is made to do and to fail at everything; then
/// looks for them in all that it wrote, said, or shows of itself.
@EnabledOnOs(OS.LINUX) // for /proc
final class AgentCanaryIT {
  /// With the characters that are encoded differently everywhere.
  private static final String CANARY = "c4n4ry/Pa+5=w0rd";

  /// In addresses of a webhook and a heartbeat, one of which answers with it.
  private static final String HOOK = "c4n4ry-h00k-0b1fa2c4";

  private static final String PASSPHRASE = "c4n4ry+0pen/s3same";

  /// What the canary must not be found in, and where that came from.
  private final Map<String, String> traces = new LinkedHashMap<>();

  /// An account whose key is the canary, too.
  private final FakeDeveloperApi account = FakeDeveloperApi.start(CANARY);

  @TempDir private Path home;
  @TempDir private Path elsewhere;

  private UpkeepProcess upkeep() throws IOException {
    Path passphrase = Files.writeString(elsewhere.resolve("passphrase"), PASSPHRASE);
    return new UpkeepProcess()
        .env("UPKEEP_UPSTASH_API", account.uri().toString())
        .env("UPKEEP_HOME", home.toString())
        .env("UPKEEP_PASSPHRASE_FILE", passphrase.toString());
  }

  private UpkeepProcess.Result run(String stdin, String... arguments) throws Exception {
    UpkeepProcess.Result result = upkeep().stdin(stdin).run(arguments);
    traces.put(String.join(" ", arguments), result.everything());
    return result;
  }

  private static List<String> forms(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    return List.of(
        secret,
        secret.substring(0, 10),
        secret.substring(secret.length() - 8),
        URLEncoder.encode(secret, StandardCharsets.UTF_8),
        base64.substring(0, base64.length() - 1));
  }

  private void traceFiles(String when) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        traces.put(
            when + ": " + home.relativize(file),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
  }

  /// The arguments and the environment of a process and of those it has started.
  private void traceProcesses(ProcessHandle agent) throws IOException {
    List<ProcessHandle> processes = new ArrayList<>(agent.descendants().toList());
    processes.add(agent);
    for (ProcessHandle process : processes) {
      for (String file : List.of("cmdline", "environ")) {
        Path path = Path.of("/proc", "" + process.pid(), file);
        traces.put(path.toString(), Files.readString(path, StandardCharsets.ISO_8859_1));
      }
    }
    assertThat(traces.get("/proc/" + agent.pid() + "/cmdline")).contains("dev.upkeep.Main");
    assertThat(traces.get("/proc/" + agent.pid() + "/environ")).contains("UPKEEP_HOME");
  }

  private boolean isOutage(HttpInbox.Mail mail) {
    return mail.body().contains("database.") || mail.body().contains("credentials.");
  }

  /// All that the agent sends to somebody who watches, to its end.
  private String watch(SocketChannel socket) throws IOException {
    socket.write(
        StandardCharsets.UTF_8.encode(
            "{\"request\":\"hello\",\"version\":2}\n{\"request\":\"watch\"}\n"));
    ByteArrayOutputStream events = new ByteArrayOutputStream();
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    while (socket.read(buffer) >= 0) {
      Channels.newChannel(events).write(buffer.flip());
      buffer.clear();
    }
    return events.toString(StandardCharsets.UTF_8);
  }

  @Test
  void a_stored_secret_is_nowhere_but_in_its_store() throws Exception {
    try (account;
        RedisServer redis = RedisServer.builder().password(CANARY).start();
        RedisServer listed = RedisServer.builder().password(CANARY).start();
        BadServer echo =
            BadServer.replying(words ->
                "-ERR unknown command '%s', with args beginning with: %s\r\n"
                    .formatted(words.getFirst(), words.subList(1, words.size())));
        FakeUpstash rest = FakeUpstash.start();
        HttpInbox hooks = HttpInbox.start()) {
      hooks.answering(500, "no " + HOOK, Map.of("Location", "/" + HOOK));
      rest.answering(HttpReply.json(400, "{\"error\":\"ERR no " + CANARY + "\"}"));
      String password = URLEncoder.encode(CANARY, StandardCharsets.UTF_8);
      String shop = "redis://default:" + password + "@127.0.0.1:" + redis.port();
      assertThat(run(shop, "add", "shop", "-v").exitCode()).isZero();
      // So that there is something to log.
      Files.writeString(home.resolve("upkeep.db"), "no database");

      // The agent ends first, and whoever waits for it then.
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
          UpkeepProcess.Started agent = upkeep().start("agent", "-v")) {
        while (upkeep().run("status").exitCode() != 0) {
          assertThat(agent.process().isAlive()).as("the agent runs").isTrue();
        }
        SocketChannel socket = SocketChannel.open(StandardProtocolFamily.UNIX);
        socket.connect(UnixDomainSocketAddress.of(AgentPlace.in(home).socket()));
        Future<String> events = threads.submit(() -> watch(socket));

        String echoing = "redis://default:" + password + "@127.0.0.1:" + echo.port();
        String pair =
            "UPSTASH_REDIS_REST_URL=%s\nUPSTASH_REDIS_REST_TOKEN=%s".formatted(rest.uri(), CANARY);
        account
            .with(FakeDeveloperApi.local("id-1", "listed", listed.port(), CANARY))
            .with(FakeDeveloperApi.local("id-2", "echoing", echo.port(), CANARY));
        String login = FakeDeveloperApi.EMAIL + "\n" + CANARY;
        assertThat(run(login, "import-upstash", "--dry-run", "-v").out()).contains("echoing");
        assertThat(run(login, "import-upstash", "--all", "-v").exitCode()).isEqualTo(1);
        assertThat(run(login, "import-upstash", "--all", "--json", "-v").exitCode()).isEqualTo(1);
        account.answering(HttpReply.json(401, "\"no " + login + "\""));
        assertThat(run(login, "import-upstash", "--only", "listed", "-v").exitCode()).isEqualTo(2);
        account.answering(HttpReply.html(200, "<html>" + login));
        assertThat(run(login, "import-upstash", "--only", "listed").exitCode()).isEqualTo(1);
        assertThat(run(CANARY, "import-upstash", "--all").exitCode()).isEqualTo(2);
        assertThat(run(echoing, "add", "echo", "-v").exitCode()).isEqualTo(1);
        assertThat(run(echoing, "add", "echo", "--anyway", "-v").exitCode()).isZero();
        String foreign = URLEncoder.encode(Canary.FOREIGN, StandardCharsets.UTF_8);
        String elsewhereSpelt = "redis://default:" + foreign + "@localhost:" + echo.port();
        assertThat(run(elsewhereSpelt, "add", "fremd", "-v").exitCode()).isEqualTo(1);
        assertThat(run(elsewhereSpelt, "add", "fremd", "--anyway", "-v").exitCode()).isZero();
        assertThat(run("", "ping", "fremd", "-v").exitCode()).isEqualTo(1);
        assertThat(run(pair, "add", "rest", "--anyway", "-v").exitCode()).isZero();
        assertThat(run("", "ping", "shop", "echo", "rest", "-v").exitCode()).isEqualTo(1);
        assertThat(run(hooks.url("/" + HOOK), "settings", "webhook.url", "-v").exitCode()).isZero();
        assertThat(run(hooks.url("/ping/" + HOOK), "settings", "heartbeat.url").exitCode())
            .isZero();
        assertThat(run("", "settings", "webhook.test", "-v").exitCode()).isEqualTo(1);
        assertThat(run("", "settings", "heartbeat.test", "-v", "--json").exitCode()).isEqualTo(1);
        assertThat(run("", "settings", "webhook.url", hooks.url("/" + HOOK)).exitCode())
            .isEqualTo(2);
        assertThat(run("", "settings", "alert.after", "1").exitCode()).isZero();
        assertThat(run("", "settings", "alert.group", "5s").exitCode()).isZero();
        run("", "ping", "echo");
        Wait.until("a post of an outage", () -> hooks.all().stream().anyMatch(this::isOutage));
        assertThat(run("", "edit", "echo", "--every", "2h", "-v").exitCode()).isZero();
        assertThat(run("", "pause", "echo", "-v").exitCode()).isZero();
        assertThat(run("", "list", "--json").out()).contains("\"shop\"", "\"rest\"");
        assertThat(run("", "status", "--json").out()).contains("\"shop\"", "\"rest\"");
        assertThat(run("", "history", "--format", "csv").out()).contains("echo");
        assertThat(run("", "history", "--format", "json").out()).contains("echo");
        assertThat(run("", "settings", "--json").exitCode()).isZero();
        run("", "doctor", "-v", "--json");
        for (Engine engine : Engine.values()) {
          String[] deploy = {"deploy", engine.word(), "--output", home + "/" + engine.word()};
          assertThat(run("", deploy).exitCode()).isZero();
          run("", "deploy", engine.word(), "--check", "-v");
        }
        String export = home.resolve("export.json").toString();
        assertThat(run("", "export", export).exitCode()).isZero();
        traceProcesses(agent.process().toHandle());
        traceFiles("while it runs");

        assertThat(run("", "stop").exitCode()).isZero();
        UpkeepProcess.Result end = agent.await();
        assertThat(end.exitCode()).as(end.everything()).isZero();
        traces.put("the agent's own output", end.everything());
        traces.put("the socket", events.get());
        socket.close();
      }
      traceFiles("afterwards");
      assertThat(echo.commands().toString())
          .as("it was sent there")
          .contains(CANARY, Canary.FOREIGN);
    }
    assertThat(traces)
        .containsKeys(
            "while it runs: upkeep.db-wal",
            "afterwards: upkeep.db",
            "afterwards: upkeep.json",
            "afterwards: secrets.p12",
            "afterwards: export.json",
            "afterwards: cron/upkeep.env",
            "afterwards: github-actions/.github/workflows/upkeep.yml",
            "afterwards: kubernetes/upkeep.yaml");
    assertThat(traces.get("afterwards: logs/upkeep.log")).contains("damaged");
    assertThat(traces.get("the socket")).contains("\"what\":\"touch\"", "[•••]");
    traces.forEach((where, text) -> {
      assertThat(text).as(where).doesNotContain(forms(HOOK));
      assertThat(text).as(where).doesNotContain(forms(CANARY));
      assertThat(text).as(where).doesNotContain(Canary.traces(Canary.FOREIGN));
      assertThat(text).as(where).doesNotContain(forms(PASSPHRASE));
      assertThat(text).as(where).doesNotContain(FakeDeveloperApi.EMAIL);
    });
  }
}
