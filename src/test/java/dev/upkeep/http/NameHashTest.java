package dev.upkeep.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The hashes of names, beside those that the system and `openssl` have given.
@EnabledOnOs(OS.LINUX)
final class NameHashTest {
  private static final Path SYSTEM = Path.of("/etc/ssl/certs");

  @TempDir private Path folder;

  @Test
  void every_authority_of_the_system_lies_under_its_hash() throws Exception {
    List<Path> authorities;
    try (Stream<Path> files = Files.list(SYSTEM)) {
      authorities = files.filter(file -> file.toString().matches(".*/[0-9a-f]{8}\\.\\d")).toList();
    }
    assertThat(authorities).hasSizeGreaterThan(50);
    for (Path authority : authorities) {
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(authority)));
      assertThat(authority.getFileName().toString())
          .startsWith(NameHash.of(certificate.getSubjectX500Principal()) + ".");
    }
  }

  @Test
  void case_spaces_and_forms_of_text_make_no_difference() throws Exception {
    for (String name :
        List.of(
            "/O=Some  Company /CN=ROOT of  All",
            "/C=DE/O=M\u00fcller & S\u00f6hne/OU=\u00c4/CN=x",
            "/emailAddress=Root@Example.COM/CN=a",
            "/DC=com/DC=example/serialNumber=1")) {
      for (String utf8 : List.of("utf8only", "pkix", "nombstr")) {
        X509Certificate certificate = made(name, utf8);
        assertThat(NameHash.of(certificate.getSubjectX500Principal()))
            .isEqualTo(
                openssl("x509", "-in", folder.resolve("c.pem").toString(), "-noout", "-hash"));
      }
    }
    assertThat(NameHash.of(new X500Principal("CN=A b")))
        .isEqualTo(NameHash.of(new X500Principal("CN=a  B")));
  }

  private X509Certificate made(String name, String mask) throws Exception {
    Path config = folder.resolve("c.cnf");
    Files.writeString(
        config, "[req]\ndistinguished_name=dn\nstring_mask=" + mask + "\nutf8=yes\n[dn]\n");
    openssl(
        "req",
        "-x509",
        "-utf8",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-config",
        config.toString(),
        "-keyout",
        folder.resolve("k.pem").toString(),
        "-out",
        folder.resolve("c.pem").toString(),
        "-subj",
        name);
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(Files.readAllBytes(folder.resolve("c.pem"))));
  }

  private static String openssl(String... arguments) throws IOException, InterruptedException {
    List<String> command = Stream.concat(Stream.of("openssl"), Stream.of(arguments)).toList();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return said.strip();
  }
}
