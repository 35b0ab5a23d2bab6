package dev.upkeep.alert;

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
  ProviderNews NONE = provider -> CompletableFuture.completedFuture(Optional.empty());

  /// What it says.
  ///
  /// @param provider as people call it
  /// @return completed on any thread within some seconds, never exceptionally; empty where it says
  ///   nothing that can be understood
  CompletableFuture<Optional<ProviderReport>> of(String provider);

  /// The provider to ask before these are told: the one at which several databases fail, if there
  /// is only one.
  static Optional<String> toAsk(List<Announcement> announcements) {
    Set<Topic> outages = EnumSet.of(Topic.DOWN, Topic.ARCHIVED, Topic.CREDENTIALS);
    Map<String, Integer> failing = new HashMap<>();
    for (Story story : Story.all(announcements)) {
      if (outages.contains(story.now().topic())) {
        failing.merge(story.now().subject().provider(), 1, Integer::sum);
      }
    }
    failing.values().removeIf(count -> count < 2);
    return failing.size() == 1 ? failing.keySet().stream().findFirst() : Optional.empty();
  }
}
