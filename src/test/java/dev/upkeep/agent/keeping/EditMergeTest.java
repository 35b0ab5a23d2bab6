package dev.upkeep.agent.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.ClientCertificate;
import dev.upkeep.database.Database;
import dev.upkeep.database.DatabaseEdit;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Pause;
import dev.upkeep.database.Provider;
import dev.upkeep.database.Sentinel;
import dev.upkeep.database.TouchMode;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class EditMergeTest {
  private static final Database SEEN =
      Database.of(UUID.randomUUID(), "shop", at("a.example", 6379));

  /// One change of each member of a definition; its id never changes.
  private static final Map<String, Consumer<DatabaseEdit>> CHANGES =
      Map.ofEntries(
          Map.entry("name", edit -> edit.name("boutique")),
          Map.entry("endpoint", edit -> edit.endpoint(at("b.example", 6380))),
          Map.entry("provider", edit -> edit.provider(Provider.RENDER)),
          Map.entry("window", edit -> edit.window(Optional.of(Duration.ofDays(3)))),
          Map.entry("mode", edit -> edit.mode(TouchMode.READ)),
          Map.entry("key", edit -> edit.key("other")),
          Map.entry("caFile", edit -> edit.caFile(Optional.of(Path.of("/ca.pem")))),
          Map.entry("interval", edit -> edit.interval(Optional.of(Duration.ofHours(1)))),
          Map.entry("paused", edit -> edit.paused(Optional.of(new Pause.UntilResumed()))),
          Map.entry("secretReference", edit -> edit.secretReference(Optional.of("env:SHOP"))),
          Map.entry(
              "clientCertificate",
              edit ->
                  edit.clientCertificate(
                      Optional.of(
                          new ClientCertificate(
                              "file:/c.pem", Optional.empty(), Optional.empty())))),
          Map.entry("tags", edit -> edit.tags(List.of("web"))),
          Map.entry("serverName", edit -> edit.serverName(Optional.of("c.example"))),
          Map.entry(
              "sentinel",
              edit ->
                  edit.sentinel(
                      Optional.of(new Sentinel("m", Optional.empty(), Optional.empty())))));

  private static Endpoint at(String host, int port) {
    return new Endpoint.Redis(host, port, Optional.empty(), false);
  }

  static Iterable<String> members() {
    return Arrays.stream(Database.class.getRecordComponents())
        .map(RecordComponent::getName)
        .filter(name -> !name.equals("id"))
        .toList();
  }

  private static Database changed(Database database, String member) {
    DatabaseEdit edit = database.edit();
    Objects.requireNonNull(CHANGES.get(member)).accept(edit);
    return edit.done();
  }

  @ParameterizedTest
  @MethodSource("members")
  void what_another_has_changed_meanwhile_is_kept(String member) {
    String other = member.equals("name") ? "interval" : "name";
    Database now = changed(SEEN, member);

    assertThat(EditMerge.of(SEEN, changed(SEEN, other), now)).contains(changed(now, other));
    assertThat(EditMerge.of(SEEN, SEEN, now)).contains(now);
  }

  @ParameterizedTest
  @MethodSource("members")
  void a_change_arrives_beside_the_change_of_another(String member) {
    String other = member.equals("name") ? "interval" : "name";
    Database now = changed(SEEN, other);

    assertThat(EditMerge.of(SEEN, changed(SEEN, member), now)).contains(changed(now, member));
  }

  @Test
  void two_names_given_at_a_time_are_a_conflict_and_the_same_name_is_none() {
    Database one = SEEN.withName("one");
    Database two = SEEN.withName("two");

    assertThat(EditMerge.of(SEEN, one, two)).isEmpty();
    assertThat(EditMerge.of(SEEN, one, one)).contains(one);
  }

  @Test
  void an_address_of_one_and_a_reference_of_another_are_a_conflict() {
    assertThat(EditMerge.of(SEEN, changed(SEEN, "endpoint"), changed(SEEN, "secretReference")))
        .isEmpty();
  }
}
