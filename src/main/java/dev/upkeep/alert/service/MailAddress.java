package dev.upkeep.alert.service;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An e-mail address in the plain form of [RFC
/// 5321](https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2): a dotted word, `@`, a host name.
/// Quotes, comments and names beside it are none, so nothing in it can become a second header or a
/// second address.
public record MailAddress(String text) {
  private static final String WORD = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern FORM =
      Pattern.compile(
          "(?=[^@]{1,64}@)" + WORD + "(?:\\." + WORD + ")*@" + LABEL + "(?:\\." + LABEL + ")*");
  private static final int MAX_LENGTH = 254;

  public MailAddress {
    if (!isOne(text)) {
      throw new IllegalArgumentException("no mail address");
    }
  }

  private static boolean isOne(String text) {
    return text.length() <= MAX_LENGTH && FORM.matcher(text).matches();
  }

  /// Understands a text; empty if it is no address.
  public static Optional<MailAddress> parse(String text) {
    return isOne(text) ? Optional.of(new MailAddress(text)) : Optional.empty();
  }

  /// Behind the `@`, in small letters.
  public String domain() {
    return text.substring(text.indexOf('@') + 1).toLowerCase(Locale.ROOT);
  }
}
