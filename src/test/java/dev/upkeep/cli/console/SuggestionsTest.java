package dev.upkeep.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SuggestionsTest {
  private static final List<String> KNOWN = List.of("shop-cache", "staging", "Shop-Cache-2", "漢字");

  @Test
  void a_slip_of_the_fingers_is_understood() {
    assertThat(Suggestions.to("shop-cahce", KNOWN)).containsExactly("shop-cache", "Shop-Cache-2");
    assertThat(Suggestions.to("stagign", KNOWN)).containsExactly("staging");
    assertThat(Suggestions.to("漢学", KNOWN)).containsExactly("漢字");
  }

  @Test
  void the_beginning_of_a_name_is_enough() {
    assertThat(Suggestions.to("stag", KNOWN)).containsExactly("staging");
    assertThat(Suggestions.to("SHOP", KNOWN)).containsExactly("shop-cache", "Shop-Cache-2");
  }

  @Test
  void what_is_like_nothing_suggests_nothing() {
    assertThat(Suggestions.to("payments", KNOWN)).isEmpty();
    assertThat(Suggestions.to("x".repeat(10_000), KNOWN)).isEmpty();
    assertThat(Suggestions.to("shop", List.of())).isEmpty();
  }
}
