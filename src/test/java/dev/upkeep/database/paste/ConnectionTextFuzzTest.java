package dev.upkeep.database.paste;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.Endpoint;
import dev.upkeep.database.paste.ConnectionText.Reading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Reads thousands of broken texts. A failure names the seed; `-Dupkeep.fuzz.seed=…` repeats it.
@Tag("slow")
class ConnectionTextFuzzTest {
  private static final int ROUNDS = Integer.getInteger("upkeep.fuzz.rounds", 4_000);
  private static final String CANARY = ConnectionTextSecrecyTest.CANARY;
  private static final List<String> SPICES =
      List.of(
          "\"",
          "'",
          "`",
          "\\",
          "\n",
          "\r\n",
          " ",
          "\t",
          ":",
          "=",
          "@",
          "/",
          "#",
          "?",
          "%",
          "://",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "<",
          ">",
          "$",
          "${",
          "{{",
          ",",
          ";",
          "*",
          "****",
          "…",
          "\0",
          "\uFEFF",
          "\u202E",
          "\uD800",
          "é",
          "%zz",
          "%2",
          "::",
          "redis-cli -u ",
          "curl ",
          "http://",
          "redis://",
          "rediss://",
          "default",
          "TOKEN=",
          "url: ",
          "host",
          "6379",
          "upstash.io");

  private final long seed = Long.getLong("upkeep.fuzz.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void mutated_texts_are_read_without_failing_or_telling_the_secret() {
    List<String> fixtures = new ArrayList<>(Fixtures.REDIS);
    fixtures.addAll(Fixtures.REST);
    for (int i = 0; i < ROUNDS; i++) {
      String text = Fixtures.withSecret(pick(fixtures) + "\n" + pick(fixtures), CANARY);
      check(mutated(text, 1 + random.nextInt(8)));
    }
  }

  @Test
  void random_texts_are_read_without_failing() {
    for (int i = 0; i < ROUNDS; i++) {
      byte[] bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      check(new String(bytes, StandardCharsets.ISO_8859_1));
      check(new String(bytes, StandardCharsets.UTF_16));
      StringBuilder spicy = new StringBuilder();
      random.ints(random.nextInt(60), 0, SPICES.size()).forEach(n -> spicy.append(SPICES.get(n)));
      check(spicy.toString());
    }
  }

  private void check(String text) {
    try {
      Reading reading = ConnectionText.read(text);
      assertThat(ConnectionText.read(text)).isEqualTo(reading);
      assertThat(reading.found().isEmpty() && reading.problems().isEmpty()).isFalse();
      // A mutation can turn the secret into the user's name, which is no secret.
      ConnectionTextSecrecyTest.assertSaysNothing(withoutUsers(reading), CANARY);
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      throw new AssertionError("seed " + seed + ", text: " + text, e);
    }
  }

  private static Reading withoutUsers(Reading reading) {
    return new Reading(
        reading.found().stream()
            .filter(found ->
                !(found.endpoint() instanceof Endpoint.Redis redis)
                    || redis.user().filter(user -> user.contains(CANARY)).isEmpty())
            .toList(),
        reading.problems());
  }

  private String mutated(String text, int times) {
    StringBuilder mutated = new StringBuilder(text);
    for (int i = 0; i < times && !mutated.isEmpty(); i++) {
      int at = random.nextInt(mutated.length());
      int end = Math.min(mutated.length(), at + 1 + random.nextInt(12));
      switch (random.nextInt(4)) {
        case 0 -> mutated.delete(at, end);
        case 1 -> mutated.insert(at, pick(SPICES));
        case 2 -> mutated.replace(at, at + 1, pick(SPICES));
        default -> mutated.insert(random.nextInt(mutated.length()), mutated.substring(at, end));
      }
    }
    return mutated.toString();
  }

  private String pick(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }
}
