package dev.upkeep.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretTest {
  @Test
  void a_secret_prints_as_dots_wherever_it_is() {
    Secret secret = Secret.of("AbC123");
    assertThat(secret).hasToString("••••");
    assertThat(Optional.of(secret).toString() + String.format("%s", secret)).doesNotContain("AbC");
  }

  @Test
  void only_reveal_gives_the_text() {
    assertThat(Secret.of("AbC123").reveal()).isEqualTo("AbC123");
  }

  @Test
  void equal_texts_are_equal_secrets() {
    assertThat(Secret.of("a")).isEqualTo(Secret.of("a")).hasSameHashCodeAs(Secret.of("a"));
    assertThat(Secret.of("a")).isNotEqualTo(Secret.of("b")).isNotEqualTo("a");
  }

  @Test
  void an_empty_secret_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Secret.of(""));
  }
}
