package dev.upkeep.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
final class NameLookupTest {
  private static final Duration AMPLE = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final InetAddress ADDRESS = InetAddress.ofLiteral("93.184.215.14");

  @Test
  void a_name_has_the_addresses_that_the_resolver_says() throws Exception {
    List<InetAddress> both = List.of(ADDRESS, InetAddress.ofLiteral("2001:db8::1"));

    assertThat(NameLookup.addresses(_ -> both, "a.org", AMPLE)).isEqualTo(both);
  }

  @ParameterizedTest
  @ValueSource(strings = {"93.184.215.14", "::1"})
  void an_address_is_asked_of_nobody(String literal) throws Exception {
    Resolver nobody =
        _ -> {
          throw new AssertionError("asked");
        };

    assertThat(NameLookup.addresses(nobody, literal, AMPLE))
        .containsExactly(InetAddress.ofLiteral(literal));
  }

  @Test
  void the_systems_own_words_tell_a_name_that_is_gone_from_a_server_that_failed() {
    UnknownHostException words = new UnknownHostException("a.org: Temporary failure");

    assertThatThrownBy(() -> NameLookup.addresses(failing(words), "a.org", AMPLE)).isSameAs(words);
  }

  @Test
  void a_fault_of_the_resolver_is_no_answer_about_the_name() {
    RuntimeException fault = new IllegalArgumentException("fault");

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> NameLookup.addresses(faulty(fault), "a.org", AMPLE))
        .withCause(fault);
  }

  @Test
  void nobody_waits_longer_than_told() {
    try (Silence silence = new Silence()) {
      assertThatExceptionOfType(SocketTimeoutException.class)
          .isThrownBy(() -> NameLookup.addresses(silence, "a.org", SHORT))
          .withMessageContaining("a.org");
    }
  }

  @Test
  void an_interrupt_ends_the_wait_and_is_kept() {
    try (Silence silence = new Silence()) {
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> NameLookup.addresses(silence, "a.org", AMPLE))
          .isExactlyInstanceOf(InterruptedIOException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private static Resolver failing(UnknownHostException words) {
    return _ -> {
      throw words;
    };
  }

  private static Resolver faulty(RuntimeException fault) {
    return _ -> {
      throw fault;
    };
  }

  /// Answers nothing until it is closed.
  private static final class Silence implements Resolver, AutoCloseable {
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public List<InetAddress> resolve(String name) {
      try {
        closed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return List.of(ADDRESS);
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }
}
