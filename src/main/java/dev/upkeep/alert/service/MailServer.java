package dev.upkeep.alert.service;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where letters are handed in, as `smtps://me@mail.example.org` (TLS from the first byte) or
/// `smtp://me@mail.example.org:587` (STARTTLS). Never a password: that is in the secret store.
///
/// @param implicitTls whether it begins with TLS
/// @param host in small letters
/// @param user whoever logs in; empty for a server that asks nobody
public record MailServer(boolean implicitTls, String host, int port, Optional<String> user) {
  private static final int SUBMISSIONS = 465;
  private static final int SUBMISSION = 587;
  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern FORM =
      Pattern.compile(
          "(?i:(smtps?)://)(?:([!-~&&[^:/\\\\]]{1,100})@)?((?i:"
              + LABEL
              + "(?:\\."
              + LABEL
              + ")*))(?::([1-9][0-9]{0,4}))?/?");

  /// Understands a text; empty if it is none of these.
  public static Optional<MailServer> parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    boolean implicit = parts.group(1).equalsIgnoreCase("smtps");
    int port =
        parts.group(4) == null
            ? implicit ? SUBMISSIONS : SUBMISSION
            : Integer.parseInt(parts.group(4));
    String host = parts.group(3).toLowerCase(Locale.ROOT);
    return port <= 65535 && host.length() <= 253
        ? Optional.of(new MailServer(implicit, host, port, Optional.ofNullable(parts.group(2))))
        : Optional.empty();
  }

  /// As [#parse] reads it.
  public String text() {
    return (implicitTls ? "smtps://" : "smtp://")
        + user.map(name -> name + "@").orElse("")
        + host
        + (port == (implicitTls ? SUBMISSIONS : SUBMISSION) ? "" : ":" + port);
  }

  /// Whether it is this computer, by what is written.
  public boolean isHere() {
    return host.equals("localhost") || host.matches("127(\\.[0-9]{1,3}){3}");
  }
}
