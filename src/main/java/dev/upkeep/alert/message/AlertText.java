package dev.upkeep.alert.message;

import dev.upkeep.alert.rule.Announcement;
import dev.upkeep.history.Topic;
import dev.upkeep.words.When;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Everything that one channel tells at one moment, as facts and in words.
///
/// @param announcements in the order in which they were decided; a channel for programs tells each
/// @param title a short line for people, plain text
/// @param body a few sentences for people, plain text: of what happened and ended meanwhile, only
///   what still matters
/// @param todo what to do where Upkeep runs, for whoever reads this elsewhere; empty if nothing
/// @param report what the provider says itself, which the body repeats
public record AlertText(
    List<Announcement> announcements,
    Urgency urgency,
    String title,
    String body,
    String todo,
    Optional<ProviderReport> report) {
  public AlertText {
    announcements = List.copyOf(announcements);
  }

  /// How much it matters.
  public enum Urgency {
    /// Good news.
    LOW,
    NORMAL,
    /// Somebody has to see it.
    HIGH
  }

  /// Puts announcements into words.
  ///
  /// @param announcements at least one
  /// @param when the moment, and where and in which language it is read
  public static AlertText of(List<Announcement> announcements, When when) {
    return of(announcements, when, Optional.empty());
  }

  /// The same, with what the provider says itself.
  public static AlertText of(
      List<Announcement> announcements, When when, Optional<ProviderReport> report) {
    return new DigestComposer(DatabaseDigest.all(announcements), when)
        .bulletin(announcements, report);
  }

  /// The databases it speaks of. An account's news are about what the account says, so they take no
  /// other notice's place.
  public Set<UUID> databases() {
    Set<UUID> databases = new LinkedHashSet<>();
    announcements.stream()
        .filter(one -> one.topic() != Topic.ACCOUNT)
        .forEach(one -> databases.add(one.subject().id()));
    return databases;
  }

  public Set<Topic> topics() {
    EnumSet<Topic> topics = EnumSet.noneOf(Topic.class);
    announcements.forEach(one -> topics.add(one.topic()));
    return topics;
  }
}
