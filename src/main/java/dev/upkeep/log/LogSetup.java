package dev.upkeep.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import org.slf4j.LoggerFactory;

/// Decides where the log goes and how it looks, for the whole program, once at its start.
public final class LogSetup {
  /// How a line looks.
  public enum Form {
    /// `[2025-09-18T12:00:00.000Z] WARN Scheduler: message`
    TEXT,
    /// One JSON object a line; see [JsonLayout].
    JSON
  }

  private LogSetup() {}

  /// Logs to standard error.
  ///
  /// @param verbose with debug messages and the stack traces of failures
  public static void toStandardError(Form form, boolean verbose) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context);
    encoder.setLayout(form == Form.JSON ? new JsonLayout() : new TextLayout(verbose));
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(appender);
    // What dbus-java calls fatal is the loss of a bus, which who uses it tells once.
    context.getLogger("org.freedesktop.dbus.connections.IncomingMessageThread").setLevel(Level.OFF);
    context.getLogger("dev.upkeep").setLevel(verbose ? Level.DEBUG : Level.INFO);
  }
}
