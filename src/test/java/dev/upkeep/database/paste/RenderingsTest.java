package dev.upkeep.database.paste;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Secret;
import dev.upkeep.database.paste.ConnectionText.Found;
import dev.upkeep.database.paste.ConnectionText.Reading;
import dev.upkeep.database.paste.ConnectionText.Tls;
import dev.upkeep.database.paste.Renderings.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whatever is written down in a known form reads back the same, or is refused with a reason; it is
/// never read as something else. A failure names the seed; `-Dupkeep.fuzz.seed=…` tries another.
@Tag("slow")
final class RenderingsTest {
  private static final int ROUNDS = Integer.getInteger("upkeep.renderings", 100_000);
  private static final List<String> HOSTS =
      List.of(
          "shop.example",
          "localhost",
          "127.0.0.1",
          "2001:db8::7",
          "redis-12.c1.eu.redis.example",
          "cache",
          "my-redis.internal");
  private static final List<String> USERS = List.of("", "", "default", "me", "app-1", "a.b");

  private final long seed = Long.getLong("upkeep.fuzz.seed", 20_261_130L);
  private final Random random = new Random(seed);

  @Test
  void every_rendering_is_read_as_it_was_meant_or_refused() {
    List<Map.Entry<String, Function<Connection, String>>> forms =
        List.copyOf(Renderings.forms().entrySet());
    Map<String, Integer> refused = new TreeMap<>();
    for (int i = 0; i < ROUNDS; i++) {
      Connection connection = connection();
      int number = i % (forms.size() + 1);
      String name = number == forms.size() ? "variables, unquoted" : forms.get(number).getKey();
      Optional<String> text =
          number == forms.size()
              ? Renderings.unquoted(connection)
              : Optional.of(forms.get(number).getValue().apply(connection));
      if (text.isPresent() && !isReadRight(name, connection, text.get())) {
        refused.merge(name, 1, Integer::sum);
      }
    }
    int perForm = ROUNDS / (forms.size() + 1);
    refused.forEach((name, times) ->
        assertThat(times)
            .as("refused of %s (seed %d): %s", name, seed, refused)
            .isLessThan(perForm * 3 / 5));
  }

  /// False where it was refused.
  private boolean isReadRight(String name, Connection connection, String text) {
    Reading reading = ConnectionText.read(text);
    if (reading.found().isEmpty()) {
      assertThat(reading.problems()).as("seed %d, %s: %s", seed, name, text).isNotEmpty();
      return false;
    }
    assertThat(connection.database()).as("seed %d, %s: %s", seed, name, text).isZero();
    assertThat(reading.problems()).as("seed %d, %s: %s", seed, name, text).isEmpty();
    assertThat(reading.found()).as("seed %d, %s: %s", seed, name, text).hasSize(1);
    Found found = reading.found().getFirst();
    Endpoint.Redis redis = (Endpoint.Redis) found.endpoint();
    assertThat(redis)
        .as("seed %d, %s: %s", seed, name, text)
        .isEqualTo(
            new Endpoint.Redis(
                connection.host(),
                connection.port(),
                Optional.of(connection.user()).filter(user -> !user.isEmpty()),
                connection.tls()));
    assertThat(found.secret().map(Secret::reveal).orElse(""))
        .as("seed %d, %s: %s", seed, name, text)
        .isEqualTo(connection.password());
    assertThat(found.tls() == Tls.OPEN).as("seed %d, %s: %s", seed, name, text).isFalse();
    return true;
  }

  private Connection connection() {
    String password = random.nextInt(12) == 0 ? "" : password();
    String user = password.isEmpty() ? "" : pick(USERS);
    int database = random.nextInt(10) == 0 ? 1 + random.nextInt(15) : 0;
    return new Connection(
        pick(HOSTS), 1024 + random.nextInt(60_000), user, password, random.nextBoolean(), database);
  }

  private String password() {
    StringBuilder password = new StringBuilder();
    boolean any = random.nextInt(3) > 0;
    int length = 4 + random.nextInt(24);
    for (int i = 0; i < length; i++) {
      password.append(
          any
              ? (char) (' ' + random.nextInt(95))
              : "abcdefghijkmnpqrstuvwxyzABCDEFGH23456789-_".charAt(random.nextInt(42)));
    }
    return password.toString().strip().isEmpty() ? "x" : password.toString().strip();
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
