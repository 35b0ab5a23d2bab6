package dev.upkeep.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CertificatesTest {
  @ParameterizedTest
  @MethodSource
  void eachIsWrongInItsOwnWay(ServerIdentity identity, String complaint) throws Exception {
    try (RedisServer redis = RedisServer.builder().tls(identity).start()) {
      assertThatThrownBy(
              () -> RespClient.connectTls(redis.tlsPort(), Certificates.clientContext()).close())
          .isInstanceOf(SSLException.class)
          .hasStackTraceContaining(complaint);
    }
  }

  static Stream<Arguments> eachIsWrongInItsOwnWay() {
    return Stream.of(
        Arguments.of(Certificates.expired(), CertificateExpiredException.class.getName()),
        Arguments.of(Certificates.notYetValid(), CertificateNotYetValidException.class.getName()),
        Arguments.of(Certificates.wrongHost(), "No subject alternative DNS name matching"),
        Arguments.of(Certificates.wrongUsage(), "does not permit use for TLS server"),
        Arguments.of(Certificates.selfSigned(), "unable to find valid certification path"));
  }

  @Test
  void theGoodOneIsForThisComputer() throws Exception {
    assertThat(Certificates.server().certificate().getSubjectAlternativeNames())
        .extracting(entry -> (Object) entry.get(1))
        .containsExactly("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
    assertThat(Certificates.caFile()).content().startsWith("-----BEGIN CERTIFICATE-----\n");
  }

  @Test
  void aJavaServerCanPresentIt() {
    assertThat(Certificates.server().serverContext().getServerSocketFactory()).isNotNull();
  }
}
