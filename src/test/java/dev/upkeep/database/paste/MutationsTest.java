package dev.upkeep.database.paste;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.Endpoint;
import dev.upkeep.database.paste.ConnectionText.Found;
import dev.upkeep.database.paste.ConnectionText.Reading;
import dev.upkeep.database.paste.Forms.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A form with a line dropped or doubled is read by what is still there, or refused: no host, port
/// or user that stands in it is lost in silence, and no word for TLS is overlooked. Where a line
/// ends in the middle, no other host is read. A failure names the seed; `-Dupkeep.fuzz.seed=…`
/// tries another.
final class MutationsTest {
  private static final String HOST = "shop.example";
  private static final String PORT = "7123";
  private static final String USER = "anna2";
  private static final Pattern TLS = Pattern.compile("(?i)(?<![a-z])(tls|ssl|rediss)(?![a-z])");

  private final long seed = Long.getLong("upkeep.fuzz.seed", 20_261_130L);
  private final Random random = new Random(seed);

  @Test
  void nothing_is_lost_in_silence_when_a_line_is_doubled() {
    mutate(
        (lines, at) -> lines.add(at, lines.get(at)),
        (form, text, found) -> check(form, text, found));
  }

  @Test
  void nothing_is_lost_in_silence_when_a_line_is_dropped() {
    mutate(
        (lines, at) -> lines.remove(at.intValue()),
        (form, text, found) -> check(form, text, found));
  }

  @Test
  void no_other_host_is_read_when_a_line_is_cut() {
    mutate(
        (lines, at) ->
            lines.set(at, lines.get(at).substring(0, random.nextInt(lines.get(at).length() + 1))),
        (form, text, found) -> {
          if (found.endpoint() instanceof Endpoint.Redis redis) {
            assertThat(text).as("seed " + seed + ": " + text).containsIgnoringCase(redis.host());
          }
        });
  }

  private interface Judge {
    void of(Form form, String text, Found found);
  }

  private void mutate(BiConsumer<List<String>, Integer> mutation, Judge judge) {
    List<Form> forms =
        Forms.all().stream()
            .filter(form -> form.text().contains("HOST") && form.expected().size() == 1)
            .filter(form -> form.expected().getFirst().startsWith("redis"))
            // Its prompt repeats the address.
            .filter(form -> !form.name().contains("session"))
            .toList();
    int read = 0;
    for (int i = 0; i < 1_000; i++) {
      Form form = forms.get(i % forms.size());
      List<String> lines = new ArrayList<>(form.text(HOST, PORT, USER).lines().toList());
      mutation.accept(lines, random.nextInt(lines.size()));
      String text = String.join("\n", lines);
      Reading reading = ConnectionText.read(text);
      assertThat(reading.found().isEmpty() && reading.problems().isEmpty()).isFalse();
      if (reading.found().size() == 1 && reading.problems().isEmpty()) {
        read++;
        judge.of(form, text, reading.found().getFirst());
      }
    }
    assertThat(read).isGreaterThan(100);
  }

  private void check(Form form, String text, Found found) {
    String about = "seed " + seed + ", " + form.name() + ": " + text;
    if (!(found.endpoint() instanceof Endpoint.Redis redis)) {
      return;
    }
    if (word(text, HOST)) {
      assertThat(redis.host()).as(about).isEqualTo(HOST);
    } else {
      assertThat(text).as(about).containsIgnoringCase(redis.host());
    }
    if (word(text, PORT)) {
      assertThat(redis.port()).as(about).isEqualTo(Integer.parseInt(PORT));
    }
    if (word(text, USER) && !redis.host().equals(USER)) {
      assertThat(redis.user()).as(about).contains(USER);
    }
    boolean asked = form.expected().getFirst().startsWith("rediss://");
    if (asked && TLS.matcher(text.replace('_', ' ')).find()) {
      assertThat(redis.tls()).as(about).isTrue();
    }
  }

  private static boolean word(String text, String word) {
    return Pattern.compile("(?<![A-Za-z0-9.])" + Pattern.quote(word) + "(?![A-Za-z0-9.])")
        .matcher(text.replaceAll("(?m)(^|\\s)(#|//).*$", ""))
        .find();
  }
}
