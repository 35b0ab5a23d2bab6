package dev.upkeep.agent.account;

import dev.upkeep.alert.rule.AlertSubject;
import dev.upkeep.alert.rule.Announcement;
import dev.upkeep.alert.rule.Announcement.News;
import dev.upkeep.database.DatabaseName;
import dev.upkeep.database.Provider;
import dev.upkeep.language.AccountPhrase;
import dev.upkeep.language.Phrase;
import dev.upkeep.language.Sentence;
import dev.upkeep.upstash.account.AccountNews;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// News of an account as announcements. Pure.
final class AccountWords {
  /// Whom news are about that are about no database of ours.
  private static final UUID ACCOUNT =
      UUID.nameUUIDFromBytes("upkeep/account.upstash".getBytes(StandardCharsets.UTF_8));

  private static final int LONGEST = 48;

  private AccountWords() {}

  static Announcement announcement(AccountNews news, UUID event, Instant at) {
    return switch (news) {
      case AccountNews.Appeared one -> appeared(one, event, at);
      case AccountNews.ManyAppeared many ->
          of(
              event,
              at,
              AccountPhrase.MANY_APPEARED.with(many.count()),
              AccountPhrase.MANY_APPEARED_TEXT.with(
                  String.join(", ", many.names().stream().map(AccountWords::name).toList())),
              false,
              Optional.empty());
      case AccountNews.Gone(_, var name) ->
          about(event, at, name, AccountPhrase.GONE, AccountPhrase.GONE_TEXT.with(), true);
      case AccountNews.NotActive(_, var name, var word) ->
          of(
              event,
              at,
              AccountPhrase.NOT_ACTIVE.with(name(name), name(word)),
              (word.equalsIgnoreCase("suspended")
                      ? AccountPhrase.SUSPENDED_TEXT
                      : AccountPhrase.STATE_TEXT)
                  .with(),
              true,
              Optional.empty());
      case AccountNews.NotCounted one ->
          about(
              event,
              at,
              one.name(),
              AccountPhrase.NOT_COUNTED,
              AccountPhrase.NOT_COUNTED_TEXT.with(AccountPhrase.figure(one.figure()), one.looks()),
              true);
      case AccountNews.QuotaReached one ->
          of(
              event,
              at,
              AccountPhrase.QUOTA.with(name(one.name()), percent(one)),
              AccountPhrase.QUOTA_TEXT.with(
                  AccountPhrase.figure(one.used()),
                  AccountPhrase.figure(one.limit()),
                  AccountPhrase.figure(one.commands())),
              one.level() >= 95,
              Optional.empty());
      case AccountNews.Rejected _ ->
          of(
              event,
              at,
              AccountPhrase.REJECTED.with(),
              AccountPhrase.REJECTED_TEXT.with(),
              true,
              Optional.empty());
    };
  }

  private static Announcement appeared(AccountNews.Appeared one, UUID event, Instant at) {
    return of(
        event,
        at,
        AccountPhrase.APPEARED.with(name(one.name())),
        AccountPhrase.APPEARED_TEXT.with(one.id()),
        false,
        Optional.of(one.id()));
  }

  /// One that was kept without a question.
  static Announcement kept(String name, UUID event, Instant at) {
    return about(event, at, name, AccountPhrase.KEPT, AccountPhrase.KEPT_TEXT.with(), false);
  }

  /// One that was to be, and could not.
  static Announcement notKept(AccountNews.Appeared one, String why, UUID event, Instant at) {
    return of(
        event,
        at,
        AccountPhrase.APPEARED.with(name(one.name())),
        AccountPhrase.NOT_ADDED_TEXT.with(why).then(AccountPhrase.APPEARED_TEXT.with(one.id())),
        true,
        Optional.of(one.id()));
  }

  private static String percent(AccountNews.QuotaReached one) {
    return Long.toString(Math.round(Math.floor(100.0 * one.used() / one.limit())));
  }

  private static Announcement about(
      UUID event, Instant at, String name, Phrase title, Sentence text, boolean urgent) {
    return of(event, at, title.with(name(name)), text, urgent, Optional.empty());
  }

  private static Announcement of(
      UUID event,
      Instant at,
      Sentence title,
      Sentence text,
      boolean urgent,
      Optional<String> offered) {
    AlertSubject subject =
        new AlertSubject(
            ACCOUNT, "the Upstash account", "upstash.com", Provider.UPSTASH.displayName());
    return Announcement.of(event, subject, at, new News(title, text, urgent, offered));
  }

  /// On one line, and short enough that what follows is seen as well.
  private static String name(String foreign) {
    String clean =
        foreign
            .codePoints()
            .filter(c -> !DatabaseName.isInvisible(c))
            .limit(LONGEST)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return clean.codePointCount(0, clean.length()) < LONGEST ? clean : clean + "…";
  }
}
