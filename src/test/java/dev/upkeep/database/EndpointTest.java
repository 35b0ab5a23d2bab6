package dev.upkeep.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
  @Test
  void a_redis_endpoint_shows_protocol_user_host_and_port() {
    assertThat(new Endpoint.Redis("h.example", 6379, Optional.of("me"), true).display())
        .isEqualTo("rediss://me@h.example:6379");
    assertThat(new Endpoint.Redis("h.example", 1, Optional.empty(), false).display())
        .isEqualTo("redis://h.example:1");
  }

  @Test
  void an_ipv6_address_is_shown_in_brackets() {
    assertThat(new Endpoint.Redis("::1", 6379, Optional.empty(), false).hostAndPort())
        .isEqualTo("[::1]:6379");
    var rest = new Endpoint.Rest(URI.create("http://[::1]:8079"));
    assertThat(rest.host()).isEqualTo("::1");
    assertThat(rest.hostAndPort()).isEqualTo("[::1]:8079");
  }

  @Test
  void a_rest_endpoint_has_the_port_of_its_scheme() {
    assertThat(new Endpoint.Rest(URI.create("https://a.upstash.io")).port()).isEqualTo(443);
    assertThat(new Endpoint.Rest(URI.create("HTTPS://a.upstash.io")).tls()).isTrue();
    assertThat(new Endpoint.Rest(URI.create("http://localhost")).port()).isEqualTo(80);
    assertThat(new Endpoint.Rest(URI.create("http://localhost")).tls()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a/b", "me@h", "a\nb", "a\"b", "a?b", "a#b"})
  void a_host_that_could_be_taken_for_something_else_is_refused(String host) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Endpoint.Redis(host, 6379, Optional.empty(), true));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 65536})
  void a_port_outside_the_range_is_refused(int port) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Endpoint.Redis("h", port, Optional.empty(), true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://h",
        "h.example",
        "https:///x",
        "https://me:pw@h",
        "https://h?_token=x",
        "https://h#x",
        "https://h:70000"
      })
  void a_rest_address_is_scheme_host_and_path_only(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Endpoint.Rest(URI.create(address)))
        .withMessageNotContaining("pw");
  }
}
