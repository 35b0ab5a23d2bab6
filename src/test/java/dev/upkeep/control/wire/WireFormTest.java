package dev.upkeep.control.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upkeep.control.Added;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.Change;
import dev.upkeep.control.DatabaseChange;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.ImportReport;
import dev.upkeep.control.ImportTerms;
import dev.upkeep.control.Integration;
import dev.upkeep.control.IntegrationCheck;
import dev.upkeep.control.LoginStartStatus;
import dev.upkeep.control.MetricsStatus;
import dev.upkeep.control.NewDatabase;
import dev.upkeep.control.Samples;
import dev.upkeep.control.SecretInventory;
import dev.upkeep.control.SecretPlace;
import dev.upkeep.control.Subject;
import dev.upkeep.control.Touched;
import dev.upkeep.control.UpstashAccount;
import dev.upkeep.control.account.FoundDatabase;
import dev.upkeep.control.account.KeyRights;
import dev.upkeep.control.account.LinkRequest;
import dev.upkeep.control.account.LinkedAccount;
import dev.upkeep.database.RemovedDatabase;
import dev.upkeep.database.Secret;
import dev.upkeep.history.Filter;
import dev.upkeep.history.TouchPage;
import dev.upkeep.json.Json;
import dev.upkeep.language.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WireFormTest {
  private static final String CANARY = "canary-5f3a \"\\\n🐤";

  static List<ControlRequest> requests() {
    List<ControlRequest> requests = new ArrayList<>();
    for (String name : Samples.NAMES) {
      requests.add(new ControlRequest.Add(Samples.newDatabase(name, CANARY)));
      requests.add(
          new ControlRequest.Edit(
              new DatabaseChange(Samples.fullDatabase(name), Optional.empty(), false)));
      requests.add(
          new ControlRequest.Diagnose(
              new Subject.Fresh(Samples.database(name), Optional.of(Secret.of(CANARY)))));
      requests.add(
          new ControlRequest.Diagnose(
              new Subject.Changed(Samples.fullDatabase(name), Optional.empty())));
    }
    requests.addAll(
        List.of(
            new ControlRequest.Hello(7),
            new ControlRequest.Snapshot(),
            new ControlRequest.Watch(),
            new ControlRequest.Remove(List.of(Samples.ID)),
            new ControlRequest.Forget(List.of(Samples.ID)),
            new ControlRequest.Secrets(),
            new ControlRequest.ForgetOrphans(),
            new ControlRequest.MoveSecrets(SecretPlace.KEYCHAIN),
            new ControlRequest.Restore(Samples.ID),
            new ControlRequest.Removed(),
            new ControlRequest.Pause(List.of(Samples.ID), Optional.of(Duration.ofHours(4))),
            new ControlRequest.Pause(List.of(), Optional.empty()),
            new ControlRequest.Resume(List.of(Samples.ID)),
            new ControlRequest.Touch(List.of(Samples.ID, Samples.ID)),
            new ControlRequest.Diagnose(new Subject.Stored(Samples.ID)),
            new ControlRequest.SecretStore(),
            new ControlRequest.History(Samples.filter(), Samples.page(1).next(), 200),
            new ControlRequest.History(Filter.ALL, Optional.empty(), 1),
            new ControlRequest.Uptime(List.of(Samples.ID)),
            new ControlRequest.Chart(
                List.of(Samples.ID), Samples.NOW, Samples.NOW.plusSeconds(1), 400),
            new ControlRequest.Settings(),
            new ControlRequest.ChangeSettings(5, Map.of("alert.webhook", CANARY)),
            new ControlRequest.Metrics(),
            new ControlRequest.Outlets(),
            new ControlRequest.ChangeOutlet(Integration.WEBHOOK, Optional.of(Secret.of(CANARY))),
            new ControlRequest.ChangeOutlet(Integration.HEARTBEAT, Optional.empty()),
            new ControlRequest.TestOutlet(Integration.HEARTBEAT),
            new ControlRequest.Export(),
            new ControlRequest.Import(Samples.FOREIGN, false, new ImportTerms(true, false, true)),
            new ControlRequest.ListUpstash(new UpstashAccount("a@b 🚀", Secret.of(CANARY))),
            new ControlRequest.AddUpstash(Samples.ID, Samples.FOREIGN, true),
            new ControlRequest.ForgetUpstash(Samples.ID),
            new ControlRequest.Account(),
            new ControlRequest.LinkAccount(
                new LinkRequest("a@b 🚀", Secret.of(CANARY), true, false)),
            new ControlRequest.UnlinkAccount(),
            new ControlRequest.LookAtAccount(),
            new ControlRequest.KeepFound(Samples.FOREIGN),
            new ControlRequest.IgnoreFound("id-1"),
            new ControlRequest.Show(Optional.empty()),
            new ControlRequest.Show(Optional.of(Samples.ID)),
            new ControlRequest.LoginStart(),
            new ControlRequest.TurnLoginStart(true),
            new ControlRequest.TurnLoginStart(false),
            new ControlRequest.Stop()));
    return requests;
  }

  static List<Message> messages() {
    List<Message> messages = new ArrayList<>();
    for (String name : Samples.NAMES) {
      DatabaseStatus full = Samples.status(Samples.fullDatabase(name));
      messages.add(new Message.Status(full));
      messages.add(new Message.Status(Samples.withFigures(Samples.database(name))));
      messages.add(new Message.Status(Samples.bareStatus(Samples.database(name))));
      messages.add(new Message.Added(new Added(full, Optional.empty())));
    }
    Samples.touches()
        .forEach(touch -> messages.add(new Message.Touched(new Touched(Samples.ID, touch))));
    Samples.changes().forEach(change -> messages.add(new Message.Changed(change)));
    Samples.steps().forEach(step -> messages.add(new Message.Step(step)));
    messages.addAll(
        List.of(
            new Message.Waiting(new RemovedDatabase(Samples.fullDatabase("a"), Samples.NOW)),
            new Message.Hello(7),
            new Message.Done(),
            new Message.Refused(
                AgentException.Refused.Reason.TEST_FAILED,
                List.of(Sentence.verbatim(Samples.FOREIGN), Sentence.verbatim("b"))),
            new Message.Ended(Samples.FOREIGN),
            new Message.Begin(Samples.agent()),
            new Message.Added(
                new Added(
                    Samples.status(Samples.database("a")),
                    Optional.of(Samples.touches().getFirst()))),
            new Message.Diagnosed(Samples.touches().getFirst()),
            new Message.SecretStore(Optional.of(Sentence.verbatim(Samples.FOREIGN))),
            new Message.SecretStore(Optional.empty()),
            new Message.Secrets(new SecretInventory(3, 2, 1, 4)),
            new Message.Page(Samples.page(200)),
            new Message.Page(new TouchPage(List.of(), Optional.empty())),
            new Message.Uptime(Samples.uptime()),
            new Message.Chart(Samples.chart()),
            new Message.Chart(Collections.nCopies(400, Samples.chart().getFirst())),
            new Message.Settings(Samples.settings()),
            Message.Offer.of(Samples.offer()),
            new Message.Offered(Samples.offer().databases().getFirst()),
            new Message.Offered(Samples.offer().databases().getLast()),
            new Message.Metrics(Samples.metrics()),
            new Message.Metrics(MetricsStatus.OFF),
            new Message.LoginStart(Samples.loginStart()),
            new Message.LoginStart(
                new LoginStartStatus(
                    LoginStartStatus.State.UNAVAILABLE,
                    Optional.empty(),
                    Optional.of(Sentence.verbatim("No.")))),
            new Message.Outlets(Samples.outlets()),
            new Message.OutletTested(Samples.outletTest()),
            new Message.OutletTested(
                new IntegrationCheck(
                    Integration.HEARTBEAT,
                    false,
                    Optional.empty(),
                    "h",
                    Optional.empty(),
                    Optional.of(Samples.FOREIGN))),
            new Message.Text(Samples.FOREIGN, true),
            new Message.Imported(
                new ImportReport(
                    List.of(Samples.FOREIGN),
                    List.of(new ImportReport.SettingChange("a", "b", Samples.FOREIGN, true)),
                    List.of(Sentence.verbatim("b"))))));
    messages.add(new Message.Account(LinkedAccount.NONE));
    messages.add(
        new Message.Account(
            new LinkedAccount(
                Optional.of(Samples.NOW),
                KeyRights.READ_ONLY,
                true,
                Optional.of(Samples.NOW),
                Optional.of("No network."),
                2,
                List.of(
                    new FoundDatabase(
                        "id-1", Samples.FOREIGN, "a.upstash.io", "active", true, false)),
                1)));
    return messages;
  }

  @ParameterizedTest
  @MethodSource("requests")
  void a_request_comes_back_as_it_was_from_one_line(ControlRequest request) throws WireException {
    String line = request.line();

    assertThat(ControlRequest.parse(line)).isEqualTo(request);
    assertThat(line.lines()).hasSize(1);
    assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(Wire.MAX_REQUEST);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void a_message_comes_back_as_it_was_from_one_line(Message message) throws WireException {
    String line = message.line();

    assertThat(Message.parse(line)).isEqualTo(message);
    assertThat(line.lines()).hasSize(1);
    assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(Wire.MAX_MESSAGE / 4);
  }

  /// What the version before has written; whoever changes a name here shuts it out.
  @ParameterizedTest
  @MethodSource("recorded")
  void names_and_forms_are_those_of_the_recorded_lines(String line) throws Exception {
    String again =
        line.startsWith("{\"request\"")
            ? ControlRequest.parse(line).line()
            : Message.parse(line).line();

    // Sets and maps have no order.
    assertThat(sorted(Json.parse(again))).isEqualTo(sorted(Json.parse(line)));
  }

  @Test
  void every_kind_of_line_is_recorded() throws IOException {
    String all = String.join("\n", recorded());

    assertThat(requests()).allMatch(request -> all.contains(beginning(request.line())));
    assertThat(messages()).allMatch(message -> all.contains(beginning(message.line())));
  }

  static List<String> recorded() throws IOException {
    try (InputStream in = WireFormTest.class.getResourceAsStream("lines.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static String beginning(String line) {
    return line.substring(0, line.indexOf('"', line.indexOf(':') + 2) + 1);
  }

  private static Object sorted(Json json) {
    return switch (json) {
      case Json.Obj(var members) -> {
        Map<String, Object> sorted = new TreeMap<>();
        members.forEach((name, member) -> sorted.put(name, sorted(member)));
        yield sorted;
      }
      case Json.Arr(var items) ->
          items.stream().map(item -> sorted(item).toString()).sorted().toList();
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> json.write();
    };
  }

  @Test
  void nothing_that_can_cross_the_wire_is_left_out_here() {
    assertThat(kinds(requests()))
        .containsExactlyInAnyOrder(ControlRequest.class.getPermittedSubclasses());
    assertThat(kinds(messages())).containsExactlyInAnyOrder(Message.class.getPermittedSubclasses());
    assertThat(subjects()).containsExactlyInAnyOrder(Subject.class.getPermittedSubclasses());
    assertThat(kinds(Samples.changes()))
        .containsExactlyInAnyOrder(Change.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("requests")
  void no_request_prints_its_secret(ControlRequest request) {
    assertThat(request.toString()).doesNotContain("canary");
  }

  @Test
  void settings_keep_their_order() throws WireException {
    String line = new Message.Settings(Samples.settings()).line();

    assertThat(Message.parse(line))
        .isInstanceOfSatisfying(
            Message.Settings.class,
            read ->
                assertThat(read.settings().values().keySet())
                    .containsExactlyElementsOf(Samples.settings().values().keySet()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "canary",
        "[]",
        "5",
        "{}",
        "{\"request\":\"canary\"}",
        "{\"request\":5}",
        "{\"request\":\"hello\",\"version\":\"canary\"}",
        "{\"request\":\"hello\",\"version\":-1}",
        "{\"request\":\"hello\",\"version\":1e99}",
        "{\"request\":\"hello\",\"version\":1}{}",
        "{\"request\":\"remove\",\"databases\":\"canary\"}",
        "{\"request\":\"remove\",\"databases\":[\"canary\"]}",
        "{\"request\":\"remove\",\"databases\":[null]}",
        "{\"request\":\"pause\",\"databases\":[],\"time\":\"canary\"}",
        "{\"request\":\"history\",\"filter\":{},\"limit\":1}",
        "{\"request\":\"add\",\"database\":{\"id\":\"canary\"},\"secret\":\"canary\"}",
        "{\"request\":\"diagnose\"}",
        "{\"request\":\"diagnose\",\"of\":\"canary\"}",
        "{\"request\":\"diagnose\",\"of\":\"stored\",\"id\":\"canary\"}",
        "{\"request\":\"diagnose\",\"of\":\"fresh\",\"secret\":\"canary\"}",
        "{\"request\":\"changeSettings\",\"revision\":1,\"values\":{\"a\":[\"canary\"]}}",
        "{\"request\":\"changeOutlet\",\"outlet\":\"canary\",\"secret\":\"canary\"}",
        "{\"request\":\"changeOutlet\",\"outlet\":\"webhook\",\"secret\":[\"canary\"]}",
        "{\"request\":\"import\",\"piece\":\"canary\"}",
        "{\"request\":\"listUpstash\",\"email\":\"canary\"}",
        "{\"request\":\"listUpstash\",\"email\":5,\"secret\":\"canary\"}",
        "{\"request\":\"addUpstash\",\"offer\":\"canary\",\"database\":\"canary\"}"
      })
  void a_line_that_is_no_request_is_a_problem_that_does_not_repeat_it(String line) {
    assertThatThrownBy(() -> ControlRequest.parse(line))
        .isInstanceOfSatisfying(
            WireException.class,
            e ->
                assertThat(e.problems())
                    .isNotEmpty()
                    .allMatch(problem ->
                        !problem.english().contains("canary") && problem.english().endsWith(".")));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 201})
  void a_page_has_a_limit(int limit) {
    String line = new ControlRequest.History(Filter.ALL, Optional.empty(), limit).line();

    assertThatThrownBy(() -> ControlRequest.parse(line)).isInstanceOf(WireException.class);
  }

  @Test
  void an_empty_secret_is_a_problem() {
    String line =
        new ControlRequest.Add(Samples.newDatabase("a", CANARY))
            .line()
            .replaceFirst("\"secret\":\"canary.*🐤\"", "\"secret\":\"\"");

    assertThat(line).contains("\"secret\":\"\"");
    assertThatThrownBy(() -> ControlRequest.parse(line)).isInstanceOf(WireException.class);
  }

  @Test
  void a_definition_that_breaks_the_rules_is_refused_with_all_its_problems() {
    String line =
        new ControlRequest.Add(
                new NewDatabase(
                    Samples.database("a\u202eb").edit().key("").done(),
                    Optional.of(Secret.of(CANARY)),
                    false))
            .line();

    assertThatThrownBy(() -> ControlRequest.parse(line))
        .isInstanceOfSatisfying(WireException.class, e -> assertThat(e.problems()).hasSize(2));
  }

  @Test
  void a_long_text_is_cut_into_pieces_that_fit_however_they_are_escaped() {
    String text = "\ud800\u0000".repeat(50_000);

    List<String> pieces = Wire.pieces(text);

    assertThat(String.join("", pieces)).isEqualTo(text);
    assertThat(pieces)
        .map(piece -> new ControlRequest.Import(piece, false, ImportTerms.CAREFUL).line())
        .allMatch(line -> line.length() < Wire.MAX_REQUEST);
    assertThat(Wire.pieces("")).containsExactly("");
  }

  @Test
  void no_message_has_a_member_for_a_secret_of_its_own() {
    assertThat(messages().stream().map(Message::line))
        .noneMatch(line -> line.contains("\"secret\":"));
  }

  private static Set<Class<?>> subjects() {
    return requests().stream()
        .filter(ControlRequest.Diagnose.class::isInstance)
        .map(request -> ((ControlRequest.Diagnose) request).subject().getClass())
        .collect(Collectors.toSet());
  }

  private static Set<Class<?>> kinds(List<?> values) {
    return values.stream().map(Object::getClass).collect(Collectors.toSet());
  }
}
