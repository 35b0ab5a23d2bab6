package dev.upkeep.alert.message;

import dev.upkeep.alert.rule.Announcement;
import dev.upkeep.history.Topic;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// Asks a provider how it is doing itself, for those who lost several databases at once. Called on
/// the agent's thread.
@FunctionalInterface
public interface ProviderNews {
  /// Nobody is ever asked.
  ProviderNews NONE = providers -> CompletableFuture.completedFuture(Optional.empty());

  /// What one of them says.
  ///
  /// @param providers as people call them, at least one
  /// @return completed on any thread within some seconds, never exceptionally; empty where it says
  ///   nothing that can be understood
  CompletableFuture<Optional<ProviderReport>> of(Set<String> providers);

  /// The providers to ask before these are told: those at which several databases fail.
  static Set<String> toAsk(List<Announcement> announcements) {
    Set<Topic> outages = EnumSet.of(Topic.DOWN, Topic.ARCHIVED, Topic.CREDENTIALS);
    Map<String, Integer> failing = new HashMap<>();
    for (DatabaseDigest story : DatabaseDigest.all(announcements)) {
      if (outages.contains(story.now().topic())) {
        failing.merge(story.now().subject().provider(), 1, Integer::sum);
      }
    }
    failing.values().removeIf(count -> count < 2);
    return Set.copyOf(failing.keySet());
  }
}
