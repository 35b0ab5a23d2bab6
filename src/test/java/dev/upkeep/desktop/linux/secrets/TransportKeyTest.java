package dev.upkeep.desktop.linux.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Optional;
import org.freedesktop.dbus.DBusPath;
import org.junit.jupiter.api.Test;

final class TransportKeyTest {
  private static final DBusPath SESSION = new DBusPath("/session");
  private static final byte[] SECRET = "grüße 🔑".getBytes(StandardCharsets.UTF_8);

  @Test
  void both_sides_open_what_the_other_sealed() throws Exception {
    KeyPair one = TransportKey.part();
    KeyPair other = TransportKey.part();
    Optional<TransportKey> ours = TransportKey.agreed(one, TransportKey.published(other));
    Optional<TransportKey> theirs = TransportKey.agreed(other, TransportKey.published(one));

    assertThat(ours.isPresent()).isEqualTo(theirs.isPresent());
    if (ours.isPresent()) {
      SecretStruct sealed = ours.get().seal(SESSION, SECRET);
      assertThat(sealed.value).hasSize(16).isNotEqualTo(SECRET);
      assertThat(theirs.orElseThrow().open(sealed)).isEqualTo(SECRET);
    }
  }

  /// Others read it as a signed number, or as one without the zeros in front.
  @Test
  void our_part_is_a_positive_number_of_the_whole_length() throws Exception {
    for (int i = 0; i < 8; i++) {
      byte[] part = TransportKey.published(TransportKey.part());
      assertThat(part).hasSize(128);
      assertThat(part[0]).isPositive();
    }
  }

  @Test
  void a_plain_one_hides_nothing() throws Exception {
    SecretStruct sealed = TransportKey.plain().seal(SESSION, SECRET);
    assertThat(sealed.value).isEqualTo(SECRET);
    assertThat(sealed.parameters).isEmpty();
  }
}
