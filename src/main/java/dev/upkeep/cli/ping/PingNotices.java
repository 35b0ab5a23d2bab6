package dev.upkeep.cli.ping;

import dev.upkeep.alert.service.Delivery;
import dev.upkeep.alert.webhook.FailedTouch;
import dev.upkeep.alert.webhook.Heartbeat;
import dev.upkeep.alert.webhook.Posts;
import dev.upkeep.alert.webhook.Webhook;
import dev.upkeep.cli.console.Environment;
import dev.upkeep.database.Secret;
import dev.upkeep.touch.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells others how a run of `ping` went: a webhook of all failures, a heartbeat of the whole.
/// Takes at most 5 s and never changes the exit code.
final class PingNotices {
  private static final Duration WHOLE = Duration.ofSeconds(5);
  private static final Logger LOG = LoggerFactory.getLogger(PingNotices.class);

  private final Environment environment;

  PingNotices(Environment environment) {
    this.environment = environment;
  }

  /// Tells everybody who is to be told.
  ///
  /// @param complete whether every database of the configuration is among the results
  void send(List<PingResult> results, boolean complete) throws InterruptedException {
    List<Callable<Delivery>> posts = new ArrayList<>();
    environment.webhook().ifPresent(url -> failures(results, url, posts));
    environment.heartbeat().ifPresent(url -> heartbeat(results, complete, url, posts));
    if (!posts.isEmpty()) {
      deliver(posts);
    }
  }

  private static void failures(
      List<PingResult> results, Secret url, List<Callable<Delivery>> posts) {
    List<FailedTouch> failed = new ArrayList<>();
    for (PingResult result : results) {
      if (result.touch().outcome() instanceof Outcome.Failed failure) {
        failed.add(FailedTouch.of(result.target().database(), failure, result.touch().at()));
      }
    }
    if (!failed.isEmpty()) {
      posts.add(() -> Webhook.of(url).send(Posts.failed(failed)));
    }
  }

  /// A computer that is offline is silent, which is what a heartbeat is for. So is one that could
  /// not understand a part of its configuration: that database is kept alive by nobody.
  private static void heartbeat(
      List<PingResult> results, boolean complete, Secret url, List<Callable<Delivery>> posts) {
    long failed =
        results.stream().filter(r -> r.touch().outcome() instanceof Outcome.Failed).count();
    if (failed > 0) {
      posts.add(() -> Heartbeat.of(url).down(failed + " of " + results.size() + " touches failed"));
      return;
    }
    List<Outcome.Alive> alive =
        results.stream()
            .map(result -> result.touch().outcome())
            .filter(Outcome.Alive.class::isInstance)
            .map(Outcome.Alive.class::cast)
            .toList();
    if (complete && !alive.isEmpty() && alive.size() == results.size()) {
      Duration slowest =
          alive.stream().map(Outcome.Alive::latency).max(Duration::compareTo).orElseThrow();
      posts.add(() -> Heartbeat.of(url).up(alive.size() + " alive", slowest));
    }
  }

  private static void deliver(List<Callable<Delivery>> posts) throws InterruptedException {
    long end = System.nanoTime() + WHOLE.toNanos();
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      for (Future<Delivery> post : posts.stream().map(threads::submit).toList()) {
        report(post, end - System.nanoTime());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void report(Future<Delivery> post, long nanos) throws InterruptedException {
    try {
      switch (post.get(Math.max(0, nanos), TimeUnit.NANOSECONDS)) {
        case Delivery.Delivered _, Delivery.Silent _ -> {}
        case Delivery.NotDelivered not -> LOG.warn("Not delivered: {}.", not.reason());
      }
    } catch (TimeoutException e) {
      LOG.warn("Not delivered: no answer within {} s.", WHOLE.toSeconds());
    } catch (ExecutionException e) {
      // Not its message: an exception that nobody foresaw may quote the address.
      LOG.warn("Not delivered: {}.", kind(e));
    }
  }

  private static String kind(ExecutionException e) {
    return Optional.ofNullable(e.getCause()).map(c -> c.getClass().getSimpleName()).orElse("?");
  }
}
