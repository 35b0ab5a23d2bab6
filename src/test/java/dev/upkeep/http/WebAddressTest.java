package dev.upkeep.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com",
        "HTTPS://example.com:8443/path?query=1",
        "https://[2001:db8::1]/",
        "http://localhost:8080/x",
        "http://LocalHost/x",
        "http://127.0.0.1/x",
        "http://127.8.9.10:3001/x",
        "http://[::1]:3001/x",
        " https://example.com/pasted \n"
      })
  void httpsAndThisComputerMayBeVisited(String text) {
    assertThat(WebAddress.problem(WebAddress.parse(text))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "canary",
        "https://",
        "https:///canary",
        "https:canary",
        "//example.com/canary",
        "ftp://example.com/canary",
        "file:///canary",
        "javascript:canary()",
        "http://example.com/canary",
        "http://localhost.example.com/canary",
        "http://127.0.0.1.example.com/canary",
        "http://localhost@example.com/canary",
        "http://10.0.0.1/canary",
        "http://0.0.0.0/canary",
        "http://[::]/canary",
        "https://canary@example.com/",
        "https://user:canary@example.com/",
        "https://example.com:0/canary",
        "https://example.com:99999/canary",
        "https://example.com/can ary",
        "https://exa_mple.com/canary",
        "https://example.com/canary\u0000"
      })
  void anythingElseIsRefusedWithoutQuotingIt(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WebAddress.parse(text))
        .withMessageNotContainingAny("canary", "can ary", "example")
        .withMessageEndingWith(".")
        .withNoCause();
  }

  @Test
  void anOriginIsSchemeHostAndPort() {
    URI origin = URI.create("https://example.com/one");

    assertThat(WebAddress.sameOrigin(origin, URI.create("HTTPS://EXAMPLE.com:443/two"))).isTrue();
    assertThat(WebAddress.sameOrigin(origin, URI.create("https://example.com:444/one"))).isFalse();
    assertThat(WebAddress.sameOrigin(origin, URI.create("https://example.org/one"))).isFalse();
    assertThat(WebAddress.sameOrigin(origin, URI.create("http://example.com:443/one"))).isFalse();
  }
}
