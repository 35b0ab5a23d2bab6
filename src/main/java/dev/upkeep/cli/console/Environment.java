package dev.upkeep.cli.console;

import dev.upkeep.alert.webhook.Webhook;
import dev.upkeep.database.Intervals;
import dev.upkeep.database.Secret;
import dev.upkeep.log.LogSetup;
import dev.upkeep.touch.Label;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The settings that come from environment variables, validated all at once. Which databases they
/// name is [EnvironmentTargets]' business.
///
/// @param enabled `KEEPALIVE_ENABLED`
/// @param interval `KEEPALIVE_INTERVAL`, in hours there; 1 minute to 30 days
/// @param label who we are in the stamp
/// @param log `UPKEEP_LOG`
/// @param webhook `UPKEEP_WEBHOOK_URL`; a secret, since whoever knows it may post there
/// @param heartbeat `UPKEEP_HEARTBEAT_URL`; likewise
public record Environment(
    boolean enabled,
    Duration interval,
    String label,
    LogSetup.Form log,
    Optional<Secret> webhook,
    Optional<Secret> heartbeat) {

  private static final int SECONDS_AN_HOUR = 3600;

  /// Reads and validates every variable.
  ///
  /// @throws UsageException with every variable that cannot be used
  public static Environment read(Map<String, String> variables) throws UsageException {
    List<String> problems = new ArrayList<>();
    Environment environment =
        new Environment(
            parse(variables, "KEEPALIVE_ENABLED", true, Environment::flag, problems),
            parse(variables, "KEEPALIVE_INTERVAL", Intervals.DEFAULT, Environment::hours, problems),
            label(variables, problems),
            parse(variables, "UPKEEP_LOG", LogSetup.Form.TEXT, Environment::form, problems),
            url(variables, "UPKEEP_WEBHOOK_URL", problems),
            url(variables, "UPKEEP_HEARTBEAT_URL", problems));
    if (!problems.isEmpty()) {
      throw new UsageException(problems);
    }
    return environment;
  }

  /// How the log is to look, before anything else is validated: also a complaint is logged in it.
  public static LogSetup.Form logForm(Map<String, String> variables) {
    try {
      return form(variables.getOrDefault("UPKEEP_LOG", "text"));
    } catch (IllegalArgumentException reportedLater) {
      return LogSetup.Form.TEXT;
    }
  }

  private static <T> T parse(
      Map<String, String> variables,
      String name,
      T fallback,
      Function<String, T> parser,
      List<String> problems) {
    String text = variables.getOrDefault(name, "").strip();
    if (text.isEmpty()) {
      return fallback;
    }
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      problems.add(name + " " + e.getMessage());
      return fallback;
    }
  }

  private static boolean flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "1" -> true;
      case "false", "no", "off", "0" -> false;
      default -> throw new IllegalArgumentException("is true or false.");
    };
  }

  private static Duration hours(String text) {
    String range =
        "is a number of hours from 0.0167 (1 minute) to 720 (30 days), such as 6 or 0.5.";
    // Longer texts are no interval, and BigDecimal would take 1e999999999 seriously.
    if (text.length() > 12 || !text.matches("[0-9]*\\.?[0-9]+")) {
      throw new IllegalArgumentException(range);
    }
    BigDecimal seconds =
        new BigDecimal(text)
            .multiply(BigDecimal.valueOf(SECONDS_AN_HOUR))
            .setScale(0, RoundingMode.HALF_UP);
    Duration interval = Duration.ofSeconds(seconds.longValue());
    if (Intervals.problem(interval).isPresent()) {
      throw new IllegalArgumentException(range);
    }
    return interval;
  }

  private static LogSetup.Form form(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "text" -> LogSetup.Form.TEXT;
      case "json" -> LogSetup.Form.JSON;
      default -> throw new IllegalArgumentException("is text or json.");
    };
  }

  private static String label(Map<String, String> variables, List<String> problems) {
    try {
      return Label.of(variables);
    } catch (IllegalArgumentException e) {
      problems.add(e.getMessage());
      return "unknown";
    }
  }

  private static Optional<Secret> url(
      Map<String, String> variables, String name, List<String> problems) {
    String text = variables.getOrDefault(name, "").strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    // The sentence never repeats the address.
    Webhook.problem(text).ifPresent(problem -> problems.add(name + ": " + problem));
    return Optional.of(Secret.of(text));
  }
}
