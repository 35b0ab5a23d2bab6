package dev.upkeep.alert.rule;

import dev.upkeep.database.Margin;
import dev.upkeep.history.Topic;
import dev.upkeep.language.Sentence;
import dev.upkeep.touch.FailureKind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// One thing to tell about one database, as facts: words are found when it is told, since what was
/// soon when it was decided may be past by then.
///
/// @param event names it on every channel and at every attempt
/// @param cause what it is about at heart: the same as the topic, or for RECOVERED and REMINDER
///   what was announced
/// @param at when it was decided
/// @param since when what it is about began: the first failure, or the last proof; of a certificate
///   that runs out, when it will have
/// @param failures in a row until then
/// @param trouble what is wrong; empty when nothing is
/// @param safeUntil the end of the margin, where that is known
/// @param level of the margin
/// @param offline that the one thing wrong is this computer's network
/// @param news what the provider's account says; with [Topic#ACCOUNT] alone
public record Announcement(
    UUID event,
    AlertSubject subject,
    Topic topic,
    Topic cause,
    Instant at,
    Instant since,
    int failures,
    Optional<Wrong> trouble,
    Optional<Instant> safeUntil,
    Margin.Level level,
    boolean offline,
    Optional<News> news) {

  /// One that is not about an account.
  public Announcement(
      UUID event,
      AlertSubject subject,
      Topic topic,
      Topic cause,
      Instant at,
      Instant since,
      int failures,
      Optional<Wrong> trouble,
      Optional<Instant> safeUntil,
      Margin.Level level,
      boolean offline) {
    this(
        event,
        subject,
        topic,
        cause,
        at,
        since,
        failures,
        trouble,
        safeUntil,
        level,
        offline,
        Optional.empty());
  }

  /// What a provider's account says of one of its databases.
  ///
  /// @param title short
  /// @param text a few sentences
  /// @param urgent whether somebody has to see it
  /// @param offered a database of the account that nobody keeps, by the account's id
  public record News(Sentence title, Sentence text, boolean urgent, Optional<String> offered) {}

  /// Something that an account says.
  public static Announcement of(UUID event, AlertSubject subject, Instant at, News news) {
    return new Announcement(
        event,
        subject,
        Topic.ACCOUNT,
        Topic.ACCOUNT,
        at,
        at,
        0,
        Optional.empty(),
        Optional.empty(),
        Margin.Level.UNKNOWN,
        false,
        Optional.of(news));
  }

  /// What a touch found wrong.
  ///
  /// @param message one sentence
  /// @param advice one or two sentences
  public record Wrong(FailureKind kind, Sentence message, Sentence advice) {
    /// In words that somebody has found already.
    public Wrong(FailureKind kind, String message, String advice) {
      this(kind, Sentence.verbatim(message), Sentence.verbatim(advice));
    }
  }

  /// Whether it may not wait for the end of quiet hours.
  public boolean breaksThrough() {
    return topic == Topic.MARGIN && level.compareTo(Margin.Level.THREE_DAYS) >= 0;
  }
}
