package dev.upkeep.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class PlaceTest {
  private static final Database SHOP =
      Database.of(
          new UUID(0, 1),
          "shop",
          new Endpoint.Redis("shop.example.com", 6379, Optional.of("default"), true));

  private static Database at(Endpoint endpoint) {
    return SHOP.edit().endpoint(endpoint).done();
  }

  private static Database showing(ClientCertificate certificate) {
    return SHOP.edit().clientCertificate(Optional.of(certificate)).done();
  }

  private static Database watched(Sentinel sentinel) {
    return SHOP.edit().sentinel(Optional.of(sentinel)).done();
  }

  @Test
  void every_part_of_where_a_secret_may_go_makes_another_place() {
    Optional<String> user = Optional.of("default");
    List<Database> places =
        List.of(
            SHOP,
            at(new Endpoint.Redis("evil.example.com", 6379, user, true)),
            at(new Endpoint.Redis("shop.example.com", 6380, user, true)),
            at(new Endpoint.Redis("shop.example.com", 6379, user, false)),
            at(new Endpoint.Redis("shop.example.com", 6379, Optional.of("other"), true)),
            at(new Endpoint.Redis("shop.example.com", 6379, Optional.empty(), true)),
            at(new Endpoint.Rest(URI.create("https://shop.example.com:6379"))),
            at(new Endpoint.Rest(URI.create("https://shop.example.com:6379/other"))),
            SHOP.withCaFile(Optional.of(Path.of("/ca.pem"))),
            SHOP.edit().serverName(Optional.of("other.example.com")).done(),
            watched(new Sentinel("a", Optional.empty(), Optional.empty())),
            watched(new Sentinel("b", Optional.empty(), Optional.empty())),
            watched(new Sentinel("a", Optional.empty(), Optional.of("env:S"))),
            watched(new Sentinel("a", Optional.of("u"), Optional.of("env:S"))),
            showing(new ClientCertificate("file:/c", Optional.empty(), Optional.empty())),
            showing(new ClientCertificate("file:/c", Optional.of("file:/k"), Optional.empty())),
            showing(new ClientCertificate("file:/c", Optional.empty(), Optional.of("file:/k"))));

    Map<Place, Database> known = new HashMap<>();
    for (Database database : places) {
      assertThat(known.put(Place.of(database), database)).as(database.toString()).isNull();
    }
  }

  @Test
  void what_is_no_matter_of_where_makes_no_difference() {
    Database same =
        at(new Endpoint.Redis("SHOP.example.com", 6379, Optional.of("default"), true))
            .withName("other")
            .withMode(TouchMode.PING)
            .edit()
            .id(new UUID(0, 2))
            .key("other")
            .done();

    assertThat(Place.of(same)).isEqualTo(Place.of(SHOP));
    assertThat(Place.of(same).with("env:A")).isEqualTo(Place.of(SHOP).with("env:A"));
    assertThat(Place.of(SHOP).with("env:A")).isNotEqualTo(Place.of(SHOP).with("env:B"));
  }

  /// Stored with secrets of people: another digest, and none of them would be sent any more.
  @Test
  void the_digest_of_a_place_is_the_same_in_every_version() {
    assertThat(Place.of(SHOP).digest()).isEqualTo("68_aANK5O7iQULzcR7GWsA");
  }
}
