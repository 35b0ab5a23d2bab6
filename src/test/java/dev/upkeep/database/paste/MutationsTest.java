package dev.upkeep.database.paste;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Secret;
import dev.upkeep.database.paste.ConnectionText.Found;
import dev.upkeep.database.paste.ConnectionText.Reading;
import dev.upkeep.database.paste.Forms.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A form with a line dropped, doubled or cut in the middle is read by what is still there, or
/// refused: no host, port, user or password that stands in it is lost or changed in silence, and no
/// word for TLS is overlooked. Of a value that was itself cut, what is left may be read. A failure
/// names the seed; `-Dupkeep.fuzz.seed=…` tries another.
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
  void nothing_is_lost_or_changed_in_silence_when_a_line_is_cut() {
    mutate(
        (lines, at) ->
            lines.set(at, lines.get(at).substring(0, random.nextInt(lines.get(at).length() + 1))),
        (form, text, found) -> check(form, text, found));
  }

  private interface Judge {
    void of(Form form, String text, Found found);
  }

  private void mutate(BiConsumer<List<String>, Integer> mutation, Judge judge) {
    List<Form> forms =
        Forms.all().stream()
            .filter(form -> form.text().contains("HOST") && form.expected().size() == 1)
            .filter(form -> form.expected().getFirst().startsWith("redis"))
            // They repeat or encode the address; of a form's page a value without its label is only
            // a
            // word.
            .filter(form ->
                Stream.of("session", "form", "railway", "same place", "base64")
                    .noneMatch(form.name()::contains))
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
    String cut = cutLine(form, text);
    boolean address = cut.lastIndexOf('@') < cut.lastIndexOf("://");
    if (cut.contains("name: ") || isEnd(cut, redis.host()) || address) {
      // A name apart from its value that was cut is another name, and an address another address.
      return;
    }
    String original = form.text(HOST, PORT, USER);
    if (word(text, HOST)) {
      assertThat(redis.host()).as(about).isEqualTo(HOST);
    } else {
      assertThat(word(original, redis.host())).as(about).isTrue();
    }
    if (word(text, PORT)) {
      assertThat(redis.port()).as(about).isEqualTo(Integer.parseInt(PORT));
    } else {
      assertThat(
              Set.of("6379", "6380").contains("" + redis.port())
                  || isEnd(cut, "" + redis.port())
                  || word(original, "" + redis.port()))
          .as(about + " gave port " + redis.port())
          .isTrue();
    }
    if (word(text, USER)) {
      assertThat(redis.user()).as(about).contains(USER);
    } else if (redis.user().isPresent() && !isEnd(cut, redis.user().get())) {
      assertThat(word(original, redis.user().get())).as(about).isTrue();
    }
    checkPassword(form, text, found, about);
    boolean asked = form.expected().getFirst().startsWith("rediss://");
    if (asked && TLS.matcher(text.replace('_', ' ')).find()) {
      assertThat(redis.tls()).as(about).isTrue();
    }
  }

  private void checkPassword(Form form, String text, Found found, String about) {
    String expected = form.expected(HOST, PORT, USER).getFirst();
    int colon = expected.indexOf(':', expected.indexOf("://") + 3);
    String password = expected.substring(colon + 1, expected.lastIndexOf('@'));
    String read = found.secret().map(Secret::reveal).orElse("");
    if (!password.isEmpty() && word(text, password)) {
      assertThat(read).as(about).isEqualTo(password);
    } else if (!isEnd(cutLine(form, text), read)) {
      assertThat(List.of(password, "")).as(about + " gave " + read).contains(read);
    }
  }

  /// The line that is not one of the form; empty if all are.
  private static String cutLine(Form form, String text) {
    Set<String> lines = Set.copyOf(form.text(HOST, PORT, USER).lines().collect(Collectors.toSet()));
    return text.lines().filter(line -> !lines.contains(line)).findFirst().orElse("");
  }

  private static boolean isEnd(String cut, String value) {
    // To a shell 'it'\' is whole, and means it'.
    String end = cut.replaceAll("[\\\\']", "").toLowerCase(Locale.ROOT);
    String searched = value.replace("'", "").toLowerCase(Locale.ROOT);
    return !value.isEmpty() && (end.endsWith(searched) || end.endsWith(searched + "."));
  }

  private static boolean word(String text, String word) {
    return Pattern.compile("(?<![A-Za-z0-9.])" + Pattern.quote(word) + "(?!\\.?[A-Za-z0-9])")
        .matcher(text.replaceAll("(?m)(^|\\s)(#|//).*$", ""))
        .find();
  }
}
