package dev.upkeep.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.cli.console.CliAgent;
import dev.upkeep.cli.console.CliRun;
import dev.upkeep.cli.console.Samples;
import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.testing.Certificates;
import dev.upkeep.testing.HostileNames;
import dev.upkeep.testing.Launcher;
import dev.upkeep.testing.Program;
import dev.upkeep.testing.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What `upkeep deploy` wrote, on a computer with nothing but these files, a program and a Redis: a
/// database for each hostile name, each with a key of its own, and one that needs a certificate.
final class Deployed implements AutoCloseable {
  /// With what shells, YAML, systemd and Docker read as something else where it is not quoted.
  static final String PASSWORD = "c4n4ry$HOME \"x\" \\n #%{{}} `id`";

  /// All that a path of [dev.upkeep.deploy.Parameters] may hold.
  private static final String FOLDER = "up keep=1,2";

  private static final Pattern SECRET = Pattern.compile("(?m)^(UPKEEP_SECRET_\\w+)=''$");

  private final RedisServer redis =
      RedisServer.builder().password(PASSWORD).tls(Certificates.server()).start();
  private final Path root;
  private final List<Database> databases;

  /// Databases that are all to be touched as often.
  ///
  /// @param root a folder without what paths may not hold
  Deployed(Path root, Duration interval) throws IOException {
    this.root = root;
    List<String> names = HostileNames.storable().toList();
    databases =
        Stream.concat(
                IntStream.range(0, names.size())
                    .mapToObj(n -> database(names.get(n), n, redis.port(), false)),
                Stream.of(
                    database("needs a certificate", names.size(), redis.tlsPort(), true)
                        .withCaFile(Optional.of(Certificates.caFile()))))
            .map(database -> database.edit().interval(Optional.of(interval)).done())
            .toList();
    Files.createDirectories(folder());
  }

  private static Database database(String name, int n, int port, boolean tls) {
    Endpoint endpoint = new Endpoint.Redis("localhost", port, Optional.empty(), tls);
    return Database.of(UUID.randomUUID(), name, endpoint).edit().key("key:%{n}${{ 1 }}" + n).done();
  }

  RedisServer redis() {
    return redis;
  }

  List<Database> databases() {
    return databases;
  }

  /// Where the files expect everything, and where they were written.
  Path folder() {
    return root.resolve(FOLDER);
  }

  Path program() {
    return folder().resolve("upkeep/bin/upkeep");
  }

  Path file(String name) {
    return folder().resolve(name);
  }

  String text(String name) throws IOException {
    return Files.readString(file(name));
  }

  /// Runs the command.
  CliRun.Result deploy(String engine, String... more) {
    CliAgent agent = new CliAgent();
    databases.forEach(database -> agent.with(Samples.fresh(database)));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "deploy",
                engine,
                "--output",
                folder().toString(),
                "--folder",
                folder().toString(),
                "--program",
                program().toString()));
    arguments.addAll(Arrays.asList(more));
    CliRun.Result result = CliRun.asking(agent).run(arguments.toArray(String[]::new));
    assertThat(result.exitCode()).as(result.everything()).isZero();
    return result;
  }

  /// Puts the program where the files expect it.
  void install() {
    Launcher.in(folder().resolve("upkeep"));
  }

  /// Does what the form for containers asks a person to do: a file each, ended as editors do.
  void fillInFiles() throws IOException {
    try (Stream<Path> forms = Files.list(file("secrets"))) {
      List<Path> all = forms.toList();
      assertThat(all).hasSameSizeAs(databases);
      for (Path form : all) {
        Files.writeString(form, PASSWORD + "\n");
      }
    }
  }

  /// Does what `upkeep.env` asks a person to do.
  Map<String, String> fillIn() throws IOException {
    String form = text("upkeep.env");
    Map<String, String> secrets = new LinkedHashMap<>();
    Matcher matcher = SECRET.matcher(form);
    while (matcher.find()) {
      secrets.put(matcher.group(1), PASSWORD);
    }
    Files.writeString(
        file("upkeep.env"), matcher.replaceAll("$1='" + Matcher.quoteReplacement(PASSWORD) + "'"));
    assertThat(secrets).hasSameSizeAs(databases);
    return secrets;
  }

  Program elsewhere() throws IOException {
    return Program.in(Files.createTempDirectory(root, "elsewhere"));
  }

  /// Whether every database has our stamp.
  boolean allTouched() {
    return redis.snapshot().keySet().equals(keys());
  }

  private Set<String> keys() {
    return databases.stream().map(Database::key).collect(Collectors.toSet());
  }

  /// Holds what a run that ended says against what the server has, and forgets it.
  void requireTouched(Program.Result run) {
    assertThat(run.exitCode()).as(run.everything()).isZero();
    assertThat(redis.snapshot()).containsOnlyKeys(keys());
    assertThat(run.everything()).doesNotContain("c4n4ry");
    redis.command("FLUSHALL");
  }

  /// Who touched last, by the key of the first database.
  String label() {
    return redis.command("GET", databases.getFirst().key()).split(" ", 2)[1];
  }

  static void requireFailed(Program.Result run) {
    assertThat(run.exitCode()).as(run.everything()).isEqualTo(1);
    assertThat(run.err()).contains("Keep-alive failed: ");
    assertThat(run.everything()).doesNotContain("c4n4ry");
  }

  @Override
  public void close() {
    redis.close();
  }
}
