package dev.upkeep.alert.mail;

import dev.upkeep.alert.service.ChatText;
import dev.upkeep.alert.service.MailAddress;
import dev.upkeep.alert.service.Post;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// One letter, as text and nothing else.
///
/// @param subject one line
/// @param id the same at every attempt, so that a server can tell that it has the letter
public record Letter(
    MailAddress from, List<MailAddress> to, String subject, String text, UUID id, Instant at) {
  private static final int MAX_SUBJECT = 200;

  /// Refuses what would end a header and begin another.
  ///
  /// @throws IllegalArgumentException if the subject has more than one line
  public Letter {
    to = List.copyOf(to);
    if (subject.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
      throw new IllegalArgumentException("a subject is one line");
    }
  }

  /// What is told, as a letter.
  public static Letter of(Post post, MailAddress from, List<MailAddress> to, UUID id, Instant at) {
    return new Letter(
        from,
        to,
        ChatText.cut(ChatText.oneLine(post.title()), MAX_SUBJECT),
        ChatText.lines(post.title() + "\n\n" + post.body(), ChatText::oneLine) + "\n",
        id,
        at);
  }
}
