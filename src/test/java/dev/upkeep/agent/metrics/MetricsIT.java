package dev.upkeep.agent.metrics;

import static dev.upkeep.agent.CoreRig.refusal;
import static dev.upkeep.agent.CoreRig.withPassword;
import static dev.upkeep.testing.MetricsParser.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.agent.Core;
import dev.upkeep.agent.CoreRig;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.DatabaseChange;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.MetricsStatus;
import dev.upkeep.control.NewDatabase;
import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.history.Filter;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.Verdict;
import dev.upkeep.testing.MetricsParser;
import dev.upkeep.testing.MetricsParser.Sample;
import dev.upkeep.testing.Wait;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Metrics of a whole agent that keeps real databases, read by a real parser.
@Timeout(300)
final class MetricsIT {
  private static final String SETTING = "metrics.address";

  @TempDir private Path folder;

  private CoreRig rig;

  @BeforeEach
  void start() {
    rig = CoreRig.start(folder);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  private static void set(AgentApi api, String key, String value) throws AgentException {
    api.changeSettings(api.settings().revision(), Map.of(key, value));
  }

  private static URI serve(AgentApi api) throws AgentException {
    set(api, SETTING, "127.0.0.1:0");
    return URI.create(api.metrics().page().orElseThrow());
  }

  private static HttpResponse<String> get(URI page) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(page)
              .header("Accept", "application/openmetrics-text;version=1.0.0")
              .timeout(Duration.ofSeconds(60))
              .build();
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private static List<Sample> scrape(URI page) throws Exception {
    HttpResponse<String> response = get(page);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.body()).doesNotContain("c4n4ry");
    return MetricsParser.parse(response.body(), true);
  }

  private static List<RecordedTouch> history(AgentApi api, UUID id) throws AgentException {
    return api.history(Filter.ALL.of(Set.of(id)), Optional.empty(), 200).touches();
  }

  /// Adds a database, whether it can be touched or not.
  private UUID added(AgentApi api, String name, String host, int port) throws AgentException {
    Database database =
        rig.shop()
            .edit()
            .name(name)
            .endpoint(new Endpoint.Redis(host, port, Optional.of("default"), false))
            .done();
    NewDatabase known = withPassword(database);
    return api.add(new NewDatabase(database, known.secret(), !name.equals("shop")))
        .status()
        .database()
        .id();
  }

  /// Waits until what was due at the start is over.
  private static void untilTouched(AgentApi api) {
    Wait.until(
        "first touch of each",
        () -> {
          try {
            return api.snapshot().databases().stream()
                .allMatch(status -> status.last().isPresent() && !status.running());
          } catch (AgentException e) {
            throw new AssertionError(e);
          }
        });
  }

  @Test
  void the_figures_are_those_of_the_history() throws Exception {
    try (Core core = rig.open(false)) {
      // A name that exists nowhere: whoever cannot see it has no network.
      set(core.api(), "network.names", "nowhere.upkeep-test.invalid");
    }
    try (Core core = rig.open(true)) {
      AgentApi api = core.api();
      URI page = serve(api);
      UUID shop = added(api, "shop", "127.0.0.1", rig.redis().port());
      UUID gone = added(api, "gone", "127.0.0.1", freePort());
      UUID far = added(api, "far", "shop.upkeep-test.invalid", 6379);
      untilTouched(api);
      for (int n = 0; n < 3; n++) {
        api.touch(List.of(shop, gone, far));
      }

      List<Sample> scraped = scrape(page);

      assertThat(history(api, shop))
          .extracting(RecordedTouch::verdict)
          .hasSizeGreaterThanOrEqualTo(4)
          .containsOnly(Verdict.ALIVE);
      assertThat(history(api, gone))
          .extracting(RecordedTouch::verdict)
          .hasSizeGreaterThanOrEqualTo(3)
          .containsOnly(Verdict.FAILED);
      assertThat(history(api, far))
          .extracting(RecordedTouch::verdict)
          .hasSizeGreaterThanOrEqualTo(3)
          .containsOnly(Verdict.SKIPPED);
      for (DatabaseStatus status : api.snapshot().databases()) {
        compare(scraped, status, history(api, status.database().id()));
      }
    }
  }

  private static void compare(
      List<Sample> scraped, DatabaseStatus status, List<RecordedTouch> history) {
    String name = status.database().name();
    for (RecordedTouch touch : history) {
      TouchCount.Ending ending = TouchCount.Ending.of(touch.touch().outcome());
      assertThat(
              value(
                  scraped,
                  "upkeep_touches_total",
                  "database",
                  name,
                  "outcome",
                  ending.verdict().name().toLowerCase(Locale.ROOT),
                  "kind",
                  ending.kind()))
          .as(name + " " + ending)
          .isEqualTo(
              (double)
                  history.stream()
                      .filter(other -> TouchCount.Ending.of(other.touch().outcome()).equals(ending))
                      .count());
    }
    assertThat(
            scraped.stream()
                .filter(sample -> sample.name().equals("upkeep_touches_total"))
                .filter(sample -> name.equals(sample.labels().get("database")))
                .mapToDouble(Sample::value)
                .sum())
        .isEqualTo(history.size());
    List<Duration> latencies = history.stream().flatMap(t -> t.latency().stream()).toList();
    assertThat(value(scraped, "upkeep_touch_duration_seconds_count", "database", name))
        .isEqualTo(latencies.size());
    assertThat(value(scraped, "upkeep_touch_duration_seconds_sum", "database", name))
        .isEqualTo(latencies.stream().reduce(Duration.ZERO, Duration::plus).toNanos() / 1e9);
    assertThat(value(scraped, "upkeep_last_touch_timestamp_seconds", "database", name))
        .isEqualTo(history.getFirst().at().toEpochMilli() / 1e3);
    assertThat(value(scraped, "upkeep_consecutive_failures", "database", name))
        .isEqualTo(status.failures());
    assertThat(
            value(
                scraped,
                "upkeep_database_state",
                "database",
                name,
                "state",
                status.health().name().toLowerCase(Locale.ROOT)))
        .isEqualTo(1);
  }

  @Test
  void a_renamed_database_has_its_new_name_alone_and_a_removed_one_none() throws Exception {
    try (Core core = rig.open(true)) {
      AgentApi api = core.api();
      URI page = serve(api);
      api.add(withPassword(rig.shop()));
      Database shop = CoreRig.only(api).database();
      api.edit(new DatabaseChange(shop.edit().name("boutique").done(), Optional.empty(), false));

      List<Sample> renamed = scrape(page);
      assertThat(value(renamed, "upkeep_touches_total", "database", "boutique"))
          .isGreaterThanOrEqualTo(1);
      assertThat(renamed).noneMatch(sample -> "shop".equals(sample.labels().get("database")));

      api.remove(List.of(shop.id()));
      assertThat(scrape(page)).noneMatch(sample -> sample.labels().containsKey("database"));
    }
  }

  @Test
  void a_change_of_the_setting_is_followed_at_once() throws Exception {
    try (Core core = rig.open(true)) {
      AgentApi api = core.api();
      assertThat(api.metrics()).isEqualTo(MetricsStatus.OFF);

      int first = freePort();
      set(api, SETTING, "127.0.0.1:" + first);
      URI page = URI.create("http://127.0.0.1:" + first + "/metrics");
      assertThat(api.metrics())
          .isEqualTo(new MetricsStatus(Optional.of(page.toString()), Optional.empty(), false));
      assertThat(get(page).statusCode()).isEqualTo(200);
      assertThat(get(page.resolve("/healthz")).body()).isEqualTo("{\"status\":\"ok\"}\n");

      set(api, SETTING, "0.0.0.0:" + first);
      assertThat(get(page).statusCode()).as("another address, the same port").isEqualTo(200);

      set(api, SETTING, "off");
      assertThat(api.metrics()).isEqualTo(MetricsStatus.OFF);
      assertThat(refuses(page)).isTrue();
    }
  }

  @Test
  void an_address_that_is_taken_is_refused_and_the_one_before_stays() throws Exception {
    try (Core core = rig.open(true);
        ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      AgentApi api = core.api();
      URI page = serve(api);

      assertThat(refusal(() -> set(api, SETTING, "127.0.0.1:" + other.getLocalPort())))
          .isEqualTo(Refused.Reason.SYSTEM);

      assertThat(api.settings().values()).containsEntry(SETTING, "127.0.0.1:0");
      assertThat(api.metrics().trouble()).isEmpty();
      assertThat(get(page).statusCode()).isEqualTo(200);
      assertThat(refusal(() -> set(api, SETTING, "nonsense"))).isEqualTo(Refused.Reason.INVALID);
      assertThat(get(page).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void an_address_that_is_taken_at_the_start_is_told_and_tried_again() throws Exception {
    int port = freePort();
    try (Core core = rig.open(true)) {
      set(core.api(), SETTING, "127.0.0.1:" + port);
    }
    ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    try (other;
        Core core = rig.open(true)) {
      AgentApi api = core.api();
      assertThat(api.metrics().trouble().orElseThrow())
          .asString()
          .startsWith("Metrics cannot be served at 127.0.0.1:" + port + ":");
      assertThat(api.snapshot().agent().notices())
          .anyMatch(notice -> notice.english().startsWith("Metrics cannot be served"));

      other.close();

      assertThat(api.metrics().page()).isPresent();
      assertThat(api.snapshot().agent().notices()).isEmpty();
    }
  }

  @Test
  void a_command_serves_nothing() throws Exception {
    int port = freePort();
    try (Core core = rig.open(false)) {
      set(core.api(), SETTING, "127.0.0.1:" + port);

      assertThat(core.api().metrics()).isEqualTo(MetricsStatus.OFF);
      assertThat(refuses(URI.create("http://127.0.0.1:" + port + "/metrics"))).isTrue();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private static boolean refuses(URI page) throws Exception {
    try {
      get(page);
      return false;
    } catch (IOException refused) {
      return true;
    }
  }
}
