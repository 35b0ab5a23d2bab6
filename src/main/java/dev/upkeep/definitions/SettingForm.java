package dev.upkeep.definitions;

import dev.upkeep.alert.service.MailAddress;
import dev.upkeep.alert.service.MailServer;
import dev.upkeep.alert.service.WebhookService;
import dev.upkeep.alert.service.WebhookServices;
import dev.upkeep.database.DurationText;
import dev.upkeep.database.Margin;
import dev.upkeep.language.SettingPhrase;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How the values of a setting are written.
///
/// @param expected what they look like
/// @param parse the value of a text without blanks around it; empty when it is none
/// @param text what `parse` reads as this value
record SettingForm<T>(
    Expected expected, Function<String, Optional<T>> parse, Function<T, String> text) {

  private static final String AUTO = "auto";
  private static final String OFF = "off";
  private static final int MOST_NAMES = 10;
  private static final int MOST_RECIPIENTS = 10;
  private static final int LONGEST_PAGE = 300;
  private static final Pattern THIS_COMPUTER =
      Pattern.compile("localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1]", Pattern.CASE_INSENSITIVE);
  private static final Pattern HOST_NAME =
      Pattern.compile(
          "(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{1,62}");

  static final SettingForm<Boolean> FLAG =
      new SettingForm<>(
          new Expected.Flag(),
          text ->
              switch (text.toLowerCase(Locale.ROOT)) {
                case "true", "yes", "on" -> Optional.of(true);
                case "false", "no", OFF -> Optional.of(false);
                default -> Optional.empty();
              },
          value -> Boolean.toString(value));

  static final SettingForm<Optional<QuietHours>> QUIET_HOURS =
      new SettingForm<>(
          new Expected.Hours(),
          SettingForm::quietHours,
          value -> value.map(QuietHours::text).orElse(OFF));

  static final SettingForm<Optional<MetricsAddress>> METRICS_ADDRESS =
      new SettingForm<>(
          new Expected.Other(SettingPhrase.METRICS_FORM.with()),
          SettingForm::metricsAddress,
          value -> value.map(MetricsAddress::text).orElse(OFF));

  static final SettingForm<List<String>> NAMES =
      new SettingForm<>(
          new Expected.Other(SettingPhrase.NAMES_FORM.with(MOST_NAMES)),
          SettingForm::names,
          value -> value.isEmpty() ? Setting.DEFAULT : String.join(", ", value));

  static final SettingForm<Margin.Level> MARGIN =
      new SettingForm<>(
          new Expected.Other(SettingPhrase.MARGIN_WORDS.with()),
          text ->
              switch (text.toLowerCase(Locale.ROOT)) {
                case "half" -> Optional.of(Margin.Level.HALF);
                case "quarter" -> Optional.of(Margin.Level.QUARTER);
                case "days" -> Optional.of(Margin.Level.THREE_DAYS);
                default -> Optional.empty();
              },
          level ->
              switch (level) {
                case QUARTER -> "quarter";
                case THREE_DAYS, PASSED -> "days";
                case HALF, AMPLE, UNKNOWN -> "half";
              });

  static final SettingForm<Optional<WebhookService>> SERVICE =
      new SettingForm<>(
          new Expected.Word(serviceWords()),
          SettingForm::service,
          value -> value.map(WebhookService::word).orElse(AUTO));

  static final SettingForm<List<AlertChannel>> CHANNELS =
      new SettingForm<>(
          new Expected.Other(SettingPhrase.CHANNELS_FORM.with(AlertChannel.MOST)),
          text -> text.equals(OFF) ? Optional.of(List.of()) : AlertChannel.parse(text),
          value -> value.isEmpty() ? OFF : AlertChannel.text(value));

  static final SettingForm<List<MailAddress>> RECIPIENTS =
      new SettingForm<>(
          new Expected.Other(SettingPhrase.RECIPIENTS_FORM.with(MOST_RECIPIENTS)),
          SettingForm::recipients,
          value ->
              value.isEmpty()
                  ? OFF
                  : value.stream().map(MailAddress::text).collect(Collectors.joining(", ")));

  static final SettingForm<Optional<MailServer>> MAIL_SERVER =
      new SettingForm<>(
          new Expected.Other(SettingPhrase.MAIL_SERVER_FORM.with()),
          text -> perhaps(text, MailServer.parse(text)),
          value -> value.map(MailServer::text).orElse(OFF));

  static final SettingForm<Optional<MailAddress>> MAIL_FROM =
      new SettingForm<>(
          new Expected.Other(SettingPhrase.MAIL_FROM_FORM.with()),
          text -> perhaps(text, MailAddress.parse(text)),
          value -> value.map(MailAddress::text).orElse(OFF));

  static final SettingForm<Optional<URI>> PAGE =
      new SettingForm<>(
          new Expected.Other(SettingPhrase.PAGE_FORM.with()),
          SettingForm::page,
          value -> value.map(URI::toString).orElse(OFF));

  static SettingForm<Duration> duration(Duration shortest, Duration longest) {
    return new SettingForm<>(
        new Expected.Length(shortest, longest),
        text ->
            DurationText.parse(text)
                .filter(d -> d.compareTo(shortest) >= 0 && d.compareTo(longest) <= 0),
        DurationText::of);
  }

  static SettingForm<Integer> number(int least, int most) {
    return new SettingForm<>(
        new Expected.WholeNumber(least, most),
        text ->
            text.matches("[0-9]{1,4}")
                ? Optional.of(Integer.valueOf(text)).filter(n -> n >= least && n <= most)
                : Optional.empty(),
        value -> Integer.toString(value));
  }

  private static List<String> serviceWords() {
    return Stream.concat(Stream.of(AUTO), WebhookServices.all().stream().map(WebhookService::word))
        .toList();
  }

  private static Optional<Optional<WebhookService>> service(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    Optional<WebhookService> service = WebhookServices.named(word);
    return word.equals(AUTO) || service.isPresent() ? Optional.of(service) : Optional.empty();
  }

  /// What is off has no value, and is one.
  private static <T> Optional<Optional<T>> perhaps(String text, Optional<T> value) {
    return text.equals(OFF) || value.isPresent() ? Optional.of(value) : Optional.empty();
  }

  private static Optional<List<MailAddress>> recipients(String text) {
    if (text.equals(OFF)) {
      return Optional.of(List.of());
    }
    List<String> parts = Arrays.stream(text.split(",", -1)).map(String::strip).distinct().toList();
    List<MailAddress> all =
        parts.stream().flatMap(part -> MailAddress.parse(part).stream()).toList();
    return all.size() == parts.size() && all.size() <= MOST_RECIPIENTS
        ? Optional.of(all)
        : Optional.empty();
  }

  private static Optional<List<String>> names(String text) {
    List<String> names =
        Arrays.stream(text.toLowerCase(Locale.ROOT).split(",", -1))
            .map(String::strip)
            .distinct()
            .toList();
    boolean fine =
        names.size() <= MOST_NAMES && names.stream().allMatch(n -> HOST_NAME.matcher(n).matches());
    return fine ? Optional.of(names) : Optional.empty();
  }

  private static Optional<Optional<QuietHours>> quietHours(String text) {
    Optional<QuietHours> hours = QuietHours.parse(text);
    return text.equals(OFF) || hours.isPresent() ? Optional.of(hours) : Optional.empty();
  }

  private static Optional<Optional<MetricsAddress>> metricsAddress(String text) {
    Optional<MetricsAddress> address = MetricsAddress.parse(text);
    return text.equalsIgnoreCase(OFF) || address.isPresent()
        ? Optional.of(address)
        : Optional.empty();
  }

  /// One without parts in which credentials are given: settings are no place for these.
  private static Optional<Optional<URI>> page(String text) {
    if (text.equals(OFF)) {
      return Optional.of(Optional.empty());
    }
    try {
      URI uri = new URI(text);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      boolean fine =
          uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null
              && text.length() <= LONGEST_PAGE
              && (scheme.equals("https")
                  || (scheme.equals("http") && THIS_COMPUTER.matcher(uri.getHost()).matches()));
      return fine ? Optional.of(Optional.of(uri)) : Optional.empty();
    } catch (URISyntaxException notOne) {
      return Optional.empty();
    }
  }
}
