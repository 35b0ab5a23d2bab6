package dev.upkeep.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.language.TouchPhrase;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OnlineCheckTest {
  private static final Duration AMPLE = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(150);
  private static final List<String> CONTROLS = List.of("a.org", "b.net");
  private static final String DATABASE = "eu1-cat-1.upstash.io";

  private final FakeUplink uplink = new FakeUplink();
  private final FakeResolver resolver = new FakeResolver();
  private final OnlineCheck check = new OnlineCheck(uplink, resolver, CONTROLS, AMPLE);
  private final OnlineCheck hasty = new OnlineCheck(uplink, resolver, CONTROLS, SHORT);

  @AfterEach
  void letGo() {
    resolver.released.countDown();
  }

  @Test
  void withoutAnInterfaceItIsOfflineAndAsksNobody() {
    uplink.hasInterface = false;
    assertThat(check.check(List.of(DATABASE), AMPLE))
        .isEqualTo(new NetworkState.Offline(TouchPhrase.NO_NETWORK.with()));
    assertThat(resolver.asked).isEmpty();
  }

  @Test
  void withoutARouteItIsOfflineAndAsksNobody() {
    uplink.hasRoute = false;
    assertThat(check.check(List.of(DATABASE), AMPLE))
        .isEqualTo(new NetworkState.Offline(TouchPhrase.NO_INTERNET.with()));
    assertThat(resolver.asked).isEmpty();
  }

  @Test
  void oneControlNameThatResolvesIsEnough() {
    resolver.addresses.put("b.net", "93.184.215.14");
    assertThat(check.check(List.of(DATABASE), AMPLE)).isEqualTo(new NetworkState.Online());
  }

  @Test
  void anotherDatabaseThatResolvesIsEnough() {
    resolver.addresses.put("other.upstash.io", "93.184.215.14");
    assertThat(check.check(List.of(DATABASE, "other.upstash.io"), AMPLE))
        .isEqualTo(new NetworkState.Online());
  }

  @Test
  void oneNameThatResolvesIsEnoughWhileOthersHang() {
    resolver.hanging = Set.of("a.org", DATABASE);
    resolver.addresses.put("b.net", "93.184.215.14");
    assertThat(check.check(List.of(DATABASE), AMPLE)).isEqualTo(new NetworkState.Online());
  }

  @Test
  void whenNoNameResolvesItIsOffline() {
    assertThat(check.check(List.of(DATABASE, "other.upstash.io"), AMPLE))
        .isEqualTo(new NetworkState.Offline(TouchPhrase.NO_NAMES.with("a.org")));
    assertThat(resolver.asked).containsOnlyKeys("a.org", "b.net", DATABASE, "other.upstash.io");
    assertThat(uplink.connects).hasValue(0);
  }

  @Test
  void hostsThatNeedNoNameServerProveNothing() {
    List<String> hosts = List.of("127.0.0.1", "8.8.8.8", "::1", "localhost", "nas", "db.lan");
    resolver.addresses.put("localhost", "127.0.0.1");
    assertThat(check.check(hosts, AMPLE)).isInstanceOf(NetworkState.Offline.class);
    assertThat(resolver.asked).containsOnlyKeys("a.org", "b.net");
  }

  @Test
  void anAnswerThatLeadsNowhereIsNoAnswer() {
    resolver.addresses.put("a.org", "0.0.0.0");
    resolver.addresses.put("b.net", "127.0.0.1");
    assertThat(check.check(List.of(), AMPLE)).isInstanceOf(NetworkState.Offline.class);
  }

  @Test
  void aSilentNameServerAloneProvesNothing() {
    resolver.hanging = Set.of("a.org");
    uplink.answers = true;
    assertThat(hasty.check(List.of(DATABASE), SHORT))
        .isEqualTo(new NetworkState.Unsure(TouchPhrase.RESOLVER_SILENT.with()));
  }

  @Test
  void silenceFromNamesAndAddressesIsOffline() {
    resolver.hanging = Set.of("a.org", "b.net", DATABASE);
    assertThat(hasty.check(List.of(DATABASE), SHORT))
        .isEqualTo(new NetworkState.Offline(TouchPhrase.NOBODY_ANSWERS.with()));
    assertThat(uplink.waited).isEqualTo(SHORT.dividedBy(3));
  }

  @Test
  void silenceThatWasNotListenedToForLongEnoughProvesNothing() {
    resolver.hanging = Set.of("a.org", "b.net", DATABASE);
    assertThat(check.check(List.of(DATABASE), SHORT))
        .isEqualTo(new NetworkState.Unsure(TouchPhrase.RESOLVER_NOT_YET.with()));
    assertThat(uplink.connects).hasValue(0);
  }

  @Test
  void aLookupThatHangsIsNotStartedTwice() {
    resolver.hanging = Set.of("a.org");
    for (int i = 0; i < 3; i++) {
      check.check(List.of(), Duration.ofMillis(30));
    }
    assertThat(resolver.asked.get("a.org")).hasValue(1);
  }

  @Test
  void withNothingToAskItIsUnsure() {
    OnlineCheck noControls = new OnlineCheck(uplink, resolver, List.of(), AMPLE);
    assertThat(noControls.check(List.of("127.0.0.1"), AMPLE))
        .isInstanceOf(NetworkState.Unsure.class);
  }

  @Test
  void anInterruptEndsTheWaitAndIsKept() {
    resolver.hanging = Set.of("a.org");
    Thread.currentThread().interrupt();
    NetworkState state = check.check(List.of(), AMPLE);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(state).isInstanceOf(NetworkState.Unsure.class);
  }

  private static final class FakeUplink implements Uplink {
    boolean hasInterface = true;
    boolean hasRoute = true;
    boolean answers;
    final AtomicInteger connects = new AtomicInteger();
    Duration waited = Duration.ZERO;

    @Override
    public boolean hasInterface() {
      return hasInterface;
    }

    @Override
    public boolean hasRoute() {
      return hasRoute;
    }

    @Override
    public boolean connects(Duration atMost) {
      connects.incrementAndGet();
      waited = atMost;
      return answers;
    }
  }

  private static final class FakeResolver implements Resolver {
    final Map<String, String> addresses = new HashMap<>();
    final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    final CountDownLatch released = new CountDownLatch(1);
    Set<String> hanging = Set.of();

    @Override
    public List<InetAddress> resolve(String name) throws UnknownHostException {
      asked.computeIfAbsent(name, it -> new AtomicInteger()).incrementAndGet();
      if (hanging.contains(name)) {
        try {
          released.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      String address = addresses.get(name);
      if (address == null) {
        throw new UnknownHostException(name);
      }
      return List.of(InetAddress.ofLiteral(address));
    }
  }
}
