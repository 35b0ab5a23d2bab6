package dev.upkeep.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TagsTest {
  private static Database tagged(List<String> tags) {
    return Database.of(
            new UUID(0, 1), "shop", new Endpoint.Redis("a.example", 6379, Optional.empty(), true))
        .edit()
        .tags(tags)
        .done();
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", "team:blue", "v1.2", "größe", "日本", "a/b_c-d"})
  void a_word_is_a_tag(String tag) {
    assertThat(DatabaseRules.problems(tagged(List.of(tag)))).isEmpty();
    assertThat(Tags.has(tagged(List.of(tag)), tag.toUpperCase(Locale.ROOT))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "a,b", "-first", "a\u202eb", "a\nb", "\"quoted\""})
  void what_would_have_to_be_quoted_is_none(String tag) {
    assertThat(DatabaseRules.problems(tagged(List.of(tag)))).hasSize(1);
  }

  @Test
  void there_are_twenty_at_most_of_thirty_two_letters() {
    List<String> many = IntStream.range(0, 21).mapToObj(i -> "tag" + i).toList();
    assertThat(DatabaseRules.problems(tagged(many))).hasSize(1);
    assertThat(DatabaseRules.problems(tagged(many.subList(0, 20)))).isEmpty();
    assertThat(DatabaseRules.problems(tagged(List.of("a".repeat(33))))).hasSize(1);
  }

  @Test
  void commas_and_blanks_stand_between_them() {
    assertThat(Tags.split(" b, a  c,,A ")).containsExactly("a", "b", "c");
    assertThat(Tags.split("")).isEqualTo(Collections.emptyList());
  }
}
