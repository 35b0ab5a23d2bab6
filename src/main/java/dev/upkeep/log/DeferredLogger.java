package dev.upkeep.log;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.spi.LoggingEventBuilder;

/// A logger that passes on what is to be seen, by the levels of [LogSetup], and knows without
/// Logback that the rest is not.
final class DeferredLogger extends LegacyAbstractLogger {
  @Serial private static final long serialVersionUID = 1;

  private final transient DeferredLogback logback;
  private final int threshold;

  DeferredLogger(String name, DeferredLogback logback) {
    this.name = name;
    this.logback = logback;
    threshold =
        (name.startsWith(LogSetup.OWN) ? LogSetup.OWN_LEVEL : LogSetup.FOREIGN_LEVEL).toInt();
  }

  private ch.qos.logback.classic.Logger real() {
    return logback.logback().getLogger(name);
  }

  private boolean isEnabled(Level level) {
    return level.toInt() >= threshold;
  }

  @Override
  public boolean isTraceEnabled() {
    return isEnabled(Level.TRACE);
  }

  @Override
  public boolean isDebugEnabled() {
    return isEnabled(Level.DEBUG);
  }

  @Override
  public boolean isInfoEnabled() {
    return isEnabled(Level.INFO);
  }

  @Override
  public boolean isWarnEnabled() {
    return isEnabled(Level.WARN);
  }

  @Override
  public boolean isErrorEnabled() {
    return isEnabled(Level.ERROR);
  }

  /// Logback's own, which keeps key-value pairs apart from the message.
  @Override
  public LoggingEventBuilder makeLoggingEventBuilder(Level level) {
    return real().makeLoggingEventBuilder(level);
  }

  @Override
  protected String getFullyQualifiedCallerName() {
    return DeferredLogger.class.getName();
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      String message,
      Object @Nullable [] arguments,
      @Nullable Throwable thrown) {
    real().log(marker, getFullyQualifiedCallerName(), level.toInt(), message, arguments, thrown);
  }
}
