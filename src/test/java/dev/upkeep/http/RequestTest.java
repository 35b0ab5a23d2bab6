package dev.upkeep.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestTest {
  private static final URI URI_WITH_CANARY = URI.create("https://example.com/canary?canary");

  @Test
  void itPrintsItsMethodAndHostAlone() {
    Request request =
        Request.postJson(URI_WITH_CANARY, "canary").withHeader("Authorization", "Bearer canary");

    assertThat(request).hasToString("Request[POST example.com]");
  }

  @Test
  void aHeaderThatCannotBeSentIsNamedButNotQuoted() {
    Request request = Request.get(URI_WITH_CANARY);

    for (String value : new String[] {"canary\r\nX-Evil: 1", "canary\u0000", "canary€", "canary\t"})
      assertThatIllegalArgumentException()
          .isThrownBy(() -> request.withHeader("Authorization", value))
          .withMessageContaining("Authorization")
          .withMessageNotContaining("canary");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> request.withHeader("X-canary: ", "1"))
        .withMessageNotContaining("canary");
  }

  @Test
  void limitsMustBePositive() {
    Request request = Request.get(URI_WITH_CANARY);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> request.withTimeout(Duration.ZERO))
        .withMessageNotContaining("canary");
    assertThatIllegalArgumentException().isThrownBy(() -> request.withMaxBodyBytes(-1));
  }

  @Test
  void plainHttpToElsewhereCannotEvenBeAsked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Request.get(URI.create("http://example.com/canary")))
        .withMessageNotContaining("canary");
  }
}
