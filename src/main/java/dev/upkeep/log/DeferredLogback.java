package dev.upkeep.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LogbackServiceProvider;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/// Starts Logback with the first event that anybody is to see, rather than with the first logger: a
/// touch that goes well has nothing to log, and would spend a fifth of its time on that.
///
/// SLF4J finds it by the property `slf4j.provider`; see [LogSetup#toStandardErrorWhenNeeded].
public final class DeferredLogback implements SLF4JServiceProvider, ILoggerFactory {
  private static volatile LogSetup.Form form = LogSetup.Form.TEXT;

  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final MDCAdapter contexts = new NOPMDCAdapter();
  private final Map<String, Logger> loggers = new ConcurrentHashMap<>();
  private @Nullable LogbackServiceProvider logback;

  /// How lines will look.
  static void useForm(LogSetup.Form wanted) {
    form = wanted;
  }

  @Override
  public void initialize() {}

  @Override
  public ILoggerFactory getLoggerFactory() {
    return this;
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return contexts;
  }

  @Override
  public String getRequestedApiVersion() {
    return "2.0.99";
  }

  @Override
  public Logger getLogger(String name) {
    return loggers.computeIfAbsent(name, one -> new DeferredLogger(one, this));
  }

  /// The real one, which runs from now on.
  synchronized LoggerContext logback() {
    LogbackServiceProvider started = logback;
    if (started == null) {
      started = new LogbackServiceProvider();
      started.initialize();
      LogbackSetup.toStandardError((LoggerContext) started.getLoggerFactory(), form, false);
      logback = started;
    }
    return (LoggerContext) started.getLoggerFactory();
  }
}
