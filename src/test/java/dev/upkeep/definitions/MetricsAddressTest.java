package dev.upkeep.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MetricsAddressTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:9464, 127.0.0.1:9464, true",
    ":9464,          127.0.0.1:9464, true",
    "LocalHost:9464, 127.0.0.1:9464, true",
    "127.9.9.9:0,    127.9.9.9:0,    true",
    "[::1]:9464,     [::1]:9464,     true",
    "[::]:65535,     [::]:65535,     false",
    "0.0.0.0:9464,   0.0.0.0:9464,   false",
    "192.0.2.7:9464, 192.0.2.7:9464, false",
  })
  void an_address_is_read_and_known_for_this_computer_alone_or_not(
      String text, String canonical, boolean loopback) {
    MetricsAddress address = MetricsAddress.parse(text).orElseThrow();

    assertThat(address.text()).isEqualTo(canonical);
    assertThat(address.loopback()).isEqualTo(loopback);
    assertThat(address.socket().isUnresolved()).isFalse();
    assertThat(MetricsAddress.parse(address.text())).contains(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "9464",
        "127.0.0.1",
        "127.0.0.1:",
        "127.0.0.1:65536",
        "127.0.0.1:-1",
        "127.0.0.256:9464",
        "host.example:9464",
        "::1:9464",
        "[::1]",
        "[::g]:9464",
        "[fe80::1%eth0]:9464",
        "http://127.0.0.1:9464",
        "127.0.0.1:9464/metrics",
        "127.0.0.1:9464\n"
      })
  void what_is_none_is_refused(String text) {
    assertThat(MetricsAddress.parse(text)).isEmpty();
  }

  @Test
  void the_setting_takes_an_address_or_off() throws DefinitionsException {
    Settings on = Settings.DEFAULT.with(Map.of("metrics.address", ":9464"));

    assertThat(on.get("metrics.address")).contains("127.0.0.1:9464");
    assertThat(on.with(Map.of("metrics.address", "OFF")).get(Setting.METRICS_ADDRESS)).isEmpty();
    assertThat(on.with(Map.of("metrics.address", "default")).get(Setting.METRICS_ADDRESS))
        .isEmpty();
  }
}
