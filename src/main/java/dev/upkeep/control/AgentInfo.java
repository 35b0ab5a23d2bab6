package dev.upkeep.control;

import dev.upkeep.language.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who is keeping, and how it is doing itself.
///
/// @param label who it is in the stamp that its touches leave
/// @param background whether this is a running agent, rather than the core inside a command
/// @param enabled `KEEPALIVE_ENABLED`; false means that the schedule rests
/// @param standalone whether starting its program again brings it back as it is; false where it was
///   given secrets, databases or a file of definitions that the next one would lack
/// @param defaultInterval for databases without one of their own
/// @param secretStore where secrets are kept, in words that complete "Secrets are kept in …"
/// @param secretTrouble what kept it from answering when it was last asked, as a sentence; see
///   [AgentApi#secretTrouble]
/// @param notices what a person should know of definitions and history, a sentence each
/// @param lastError the last thing that went wrong in the agent itself, as a sentence
/// @param news what is known of newer versions of Upkeep, where `update.check` is on
public record AgentInfo(
    String version,
    long pid,
    Instant startedAt,
    String profile,
    String label,
    boolean background,
    boolean enabled,
    boolean standalone,
    Duration defaultInterval,
    Sentence secretStore,
    Optional<Sentence> secretTrouble,
    List<Sentence> notices,
    Optional<Sentence> lastError,
    Optional<Sentence> news) {
  public AgentInfo {
    notices = List.copyOf(notices);
  }
}
