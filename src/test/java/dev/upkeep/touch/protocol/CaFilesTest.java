package dev.upkeep.touch.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.Certificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CaFilesTest {
  private static final String KEY =
      "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2Vw\n-----END PRIVATE KEY-----\n";

  @TempDir private Path folder;

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("ca.pem"), content);
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("ca.pem"), content);
  }

  private static String certificate() throws IOException {
    return Files.readString(Certificates.caFile());
  }

  @Test
  void a_key_beside_the_certificates_is_passed_over() throws Exception {
    assertThat(
            CaFiles.read(file(KEY + certificate() + KEY + certificate()), Duration.ofMinutes(1))
                .size())
        .isEqualTo(2);
  }

  @Test
  void the_binary_form_is_read_too() throws Exception {
    String base64 = certificate().replaceAll("-----[A-Z ]+-----|\\s", "");

    assertThat(CaFiles.holdsCertificates(file(Base64.getDecoder().decode(base64)))).isTrue();
  }

  @Test
  void a_key_alone_or_half_a_certificate_is_none() throws Exception {
    assertThat(CaFiles.holdsCertificates(file(KEY))).isFalse();
    assertThat(CaFiles.holdsCertificates(file(certificate().substring(0, 200)))).isFalse();
    assertThat(CaFiles.holdsCertificates(file(certificate() + certificate().substring(0, 200))))
        .isFalse();
  }
}
