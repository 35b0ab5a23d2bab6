package dev.upkeep.touch.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.touch.tls.TlsWays.Circumstances;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Which way is taken, and that it is said why.
@EnabledOnOs(OS.LINUX)
final class TlsWaysTest {
  private static final String LIBRARY = "libssl.so.3";
  private static final Optional<String> HASHED = Optional.of("/etc/ssl/certs");

  @TempDir private Path folder;

  @Test
  void openssl_where_it_and_a_directory_of_authorities_are_there() {
    assertThat(describe(null, "Linux", null, LIBRARY, HASHED))
        .startsWith("OpenSSL 3.")
        .endsWith(", with the authorities in /etc/ssl/certs");
    assertThat(describe("openssl", "Linux", null, LIBRARY, HASHED)).startsWith("OpenSSL 3.");
  }

  @Test
  void java_s_own_where_it_is_wanted() {
    assertThat(describe("jsse", "Linux", null, LIBRARY, HASHED))
        .isEqualTo("Java's own, because UPKEEP_TLS is jsse");
  }

  @Test
  void java_s_own_on_other_systems() {
    assertThat(describe("openssl", "Mac OS X", null, LIBRARY, HASHED))
        .isEqualTo("Java's own, because it is the way on Mac OS X");
  }

  @Test
  void java_s_own_where_there_is_no_library() {
    assertThat(describe(null, "Linux", null, "libssl.so.none", HASHED))
        .startsWith("Java's own, because libssl.so.none cannot be used: ");
  }

  @Test
  void java_s_own_where_the_library_is_none() throws Exception {
    Path text = Files.writeString(folder.resolve("libssl.so.3"), "not a library");
    assertThat(describe(null, "Linux", null, text.toString(), HASHED))
        .startsWith("Java's own, because " + text + " cannot be used: ");
  }

  @Test
  void java_s_own_where_the_library_is_another() {
    assertThat(describe(null, "Linux", null, "libc.so.6", HASHED))
        .startsWith("Java's own, because libc.so.6 cannot be used: no ");
  }

  @Test
  void java_s_own_where_no_directory_has_hashes() {
    assertThat(describe(null, "Linux", null, LIBRARY, Optional.empty()))
        .startsWith("Java's own, because no directory of authorities under their hashes");
  }

  @Test
  void java_s_own_where_a_file_for_java_is_named() {
    assertThat(describe(null, "Linux", "/etc/store.p12", LIBRARY, HASHED))
        .isEqualTo("Java's own, because javax.net.ssl.trustStore is set");
  }

  private static String describe(
      @Nullable String wanted,
      String system,
      @Nullable String trustStore,
      String library,
      Optional<String> directory) {
    return new TlsWays(new Circumstances(wanted, system, trustStore, library, () -> directory))
        .describe();
  }
}
