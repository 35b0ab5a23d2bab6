package dev.upkeep.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.agent.keeping.AgentCalls;
import dev.upkeep.alert.message.ProviderReport;
import dev.upkeep.schedule.VirtualTime;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProviderStatusTest {
  private final VirtualTime time = new VirtualTime(Instant.parse("2026-05-04T10:00:00Z"));
  private final List<URI> asked = new ArrayList<>();
  private final Deque<Runnable> work = new ArrayDeque<>();
  private Optional<URI> page = Optional.of(URI.create("https://status.example.com"));
  private Optional<String> says = Optional.of("All fine");
  private final ProviderStatus questions =
      new ProviderStatus(
          new AgentCalls(time),
          time,
          () -> page,
          uri -> {
            asked.add(uri);
            return says;
          },
          work::add);

  private Optional<ProviderReport> ask(String provider) {
    CompletableFuture<Optional<ProviderReport>> answer = questions.of(Set.of(provider));
    work();
    return answer.join();
  }

  private void work() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
    time.settle();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Upstash", "Vercel"})
  void upstash_is_asked_also_for_those_who_sell_its_databases(String provider) {
    assertThat(ask(provider)).contains(new ProviderReport("Upstash", "All fine"));
  }

  @Test
  void nobody_else_is_asked() {
    assertThat(ask("Redis Cloud")).isEmpty();
    assertThat(ask("Redis")).isEmpty();
    page = Optional.empty();
    assertThat(ask("Upstash")).isEmpty();

    assertThat(asked).isEmpty();
  }

  @Test
  void who_asks_at_the_same_time_waits_for_the_same_answer() {
    CompletableFuture<Optional<ProviderReport>> first = questions.of(Set.of("Upstash"));
    CompletableFuture<Optional<ProviderReport>> second = questions.of(Set.of("Upstash"));
    work();

    assertThat(first.join()).isEqualTo(second.join()).isPresent();
    assertThat(asked).hasSize(1);
  }

  @Test
  void an_answer_is_remembered_for_some_minutes_and_silence_for_one() {
    ask("Upstash");
    time.pass(Duration.ofSeconds(299));
    ask("Upstash");
    assertThat(asked).hasSize(1);

    time.pass(Duration.ofSeconds(1));
    says = Optional.empty();
    assertThat(ask("Upstash")).isEmpty();
    ask("Upstash");
    assertThat(asked).hasSize(2);

    time.pass(Duration.ofMinutes(1));
    says = Optional.of("Back");
    assertThat(ask("Upstash")).contains(new ProviderReport("Upstash", "Back"));
  }

  @Test
  void another_page_is_asked_at_once() {
    ask("Upstash");
    page = Optional.of(URI.create("https://other.example.com"));
    ask("Upstash");

    assertThat(asked).hasSize(2);
  }
}
