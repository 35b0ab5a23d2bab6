package dev.upkeep.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.language.Sentence;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseRulesTest {
  private static final Database SHOP =
      Database.of(
          UUID.fromString("00000000-0000-0000-0000-000000000001"),
          "shop",
          new Endpoint.Redis("shop.upstash.io", 6379, Optional.of("default"), true));

  @Test
  void the_defaults_keep_to_the_rules() {
    assertThat(DatabaseRules.problems(SHOP)).isEmpty();
  }

  @Test
  void every_problem_is_told_at_once_and_no_value_repeated() {
    Database wrong =
        SHOP.edit()
            .name("a\nb")
            .endpoint(new Endpoint.Redis("shop\u202E", 6379, Optional.of("default"), true))
            .window(Optional.of(Duration.ofMinutes(59)))
            .interval(Optional.of(Duration.ofDays(31)))
            .key("")
            .caFile(Optional.of(Path.of("ca.pem")))
            .secretReference(Optional.of("c4n4ry-password"))
            .done();

    assertThat(DatabaseRules.problems(wrong))
        .hasSize(7)
        .allSatisfy(
            problem -> assertThat(problem.english()).endsWith(".").doesNotContain("c4n4ry"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "P30D", "P400D"})
  void a_window_from_an_hour_to_400_days_is_accepted(Duration window) {
    assertThat(DatabaseRules.window(window)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT59M59S", "P400DT1S", "P-1D"})
  void any_other_window_is_refused(Duration window) {
    assertThat(DatabaseRules.window(window).map(Sentence::english))
        .contains("A window is between 1h and 400d.");
  }

  @Test
  void a_key_has_1_to_512_bytes() {
    assertThat(DatabaseRules.key("k".repeat(512))).isEmpty();
    assertThat(DatabaseRules.key("k".repeat(513))).isPresent();
    assertThat(DatabaseRules.key("é".repeat(256))).isEmpty();
    assertThat(DatabaseRules.key("é".repeat(257))).isPresent();
    assertThat(DatabaseRules.key("")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\0b", "a\u007fb", "a\u0085b", "a\u202eb", "a\ud800b"})
  void a_key_has_no_invisible_characters(String key) {
    assertThat(DatabaseRules.key(key)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"env:SHOP_URL", "env:_x1", "file:/run/secrets/shop", "file:C:\\shop.txt"})
  void a_reference_names_a_variable_or_a_file(String reference) {
    assertThat(DatabaseRules.reference(reference)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "password",
        "env:",
        "env:1A",
        "env:A B",
        "env:A=b",
        "file:",
        "file:shop",
        "file:../x",
        "file:/a\nb",
        "ENV:A",
        "https://example.com/secret"
      })
  void anything_else_is_no_reference(String reference) {
    assertThat(DatabaseRules.reference(reference)).isPresent();
  }

  @Test
  void a_secret_is_meant_for_one_place_user_and_trust() {
    assertThat(SHOP.withName("other").withMode(TouchMode.PING).hasDestinationOf(SHOP)).isTrue();
    assertThat(SHOP.withCaFile(Optional.of(Path.of("/ca.pem"))).hasDestinationOf(SHOP)).isFalse();
    for (Endpoint elsewhere :
        new Endpoint[] {
          new Endpoint.Redis("evil.example", 6379, Optional.of("default"), true),
          new Endpoint.Redis("shop.upstash.io", 6380, Optional.of("default"), true),
          new Endpoint.Redis("shop.upstash.io", 6379, Optional.of("other"), true),
          new Endpoint.Redis("shop.upstash.io", 6379, Optional.of("default"), false),
          new Endpoint.Rest(URI.create("https://shop.upstash.io")),
        }) {
      assertThat(SHOP.edit().endpoint(elsewhere).done().hasDestinationOf(SHOP)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shop.upstash.io",
        "SHOP.Upstash.IO",
        "shop.upstash.io.",
        "a.kv.vercel-storage.com"
      })
  void a_provider_that_always_encrypts_is_never_told_a_password_in_clear(String host) {
    for (Endpoint plain :
        new Endpoint[] {
          new Endpoint.Redis(host, 6379, Optional.empty(), false),
          new Endpoint.Rest(URI.create("http://" + host))
        }) {
      assertThat(DatabaseRules.problems(SHOP.edit().endpoint(plain).done()))
          .singleElement()
          .asString()
          .contains("over TLS only");
    }
    Endpoint encrypted = new Endpoint.Redis(host, 6379, Optional.empty(), true);
    assertThat(DatabaseRules.problems(SHOP.edit().endpoint(encrypted).done())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "redis.internal", "fly-shop.upstash.io", "notupstash.io"})
  void others_may_do_without_encryption(String host) {
    Endpoint plain = new Endpoint.Redis(host, 6379, Optional.empty(), false);

    assertThat(DatabaseRules.problems(SHOP.edit().endpoint(plain).done())).isEmpty();
  }

  @Test
  void an_edit_changes_what_it_names_and_nothing_else() {
    UUID id = UUID.fromString("00000000-0000-0000-0000-000000000002");
    Database edited = SHOP.edit().id(id).provider(Provider.AIVEN).done();

    assertThat(edited.id()).isEqualTo(id);
    assertThat(edited.effectiveWindow()).contains(Duration.ofDays(1));
    assertThat(edited.edit().id(SHOP.id()).provider(SHOP.provider()).done()).isEqualTo(SHOP);
  }
}
