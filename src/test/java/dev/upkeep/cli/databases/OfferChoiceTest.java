package dev.upkeep.cli.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upkeep.cli.console.UsageException;
import dev.upkeep.control.OfferedDatabase;
import dev.upkeep.testing.FakeOffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OfferChoiceTest {
  private static final List<OfferedDatabase> OFFERED =
      List.of(
          FakeOffer.offered("a", "shop"),
          FakeOffer.kept("b", "blog", "blog"),
          FakeOffer.suspended("c", "old"),
          FakeOffer.withoutCredentials("d", "team"),
          FakeOffer.offered("e", "shop"));

  private static String ids(List<OfferedDatabase> databases) {
    return String.join("", databases.stream().map(OfferedDatabase::id).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "1, a",
    "1 5, ae",
    "'5,1', ea",
    "1-3, abc",
    "1 - 3, abc",
    "'1-2;4 ,5', abde",
    "2-2, b",
    "3 3 1-3, cab",
    "all, ae",
    "' ALL ', ae",
    "'', ''",
    "' , ', ''"
  })
  void numbers_and_ranges_mean_the_rows_of_the_table(String answer, String ids) {
    assertThat(OfferChoice.typed(answer, OFFERED).map(OfferChoiceTest::ids)).contains(ids);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "6", "1-6", "3-1", "-1", "1-", "one", "1 x", "99999999999", "all 1", "1--2"})
  void anything_else_is_asked_for_again(String answer) {
    assertThat(OfferChoice.typed(answer, OFFERED)).isEmpty();
  }

  @Test
  void names_are_exact_and_ids_too_and_a_name_of_two_means_both() throws UsageException {
    assertThat(ids(OfferChoice.named(List.of("shop"), OFFERED))).isEqualTo("ae");
    assertThat(ids(OfferChoice.named(List.of("e", "blog", "e"), OFFERED))).isEqualTo("eb");
  }

  @Test
  void every_unknown_name_is_told_by_its_place_and_none_is_repeated() {
    assertThatThrownBy(() -> OfferChoice.named(List.of("shop", "c4n4ry", "Shop"), OFFERED))
        .isInstanceOfSatisfying(
            UsageException.class,
            e ->
                assertThat(e.problems())
                    .hasSize(2)
                    .noneMatch(problem -> problem.contains("c4n4ry")));
  }
}
