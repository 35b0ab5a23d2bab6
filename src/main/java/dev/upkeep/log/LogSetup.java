package dev.upkeep.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import java.nio.file.Path;
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

  /// In bytes.
  private static final long FILE_LIMIT = 1 << 20;

  private static final int FILES = 5;

  private LogSetup() {}

  /// A place that the log goes to for a while.
  public interface Destination extends AutoCloseable {
    @Override
    void close();
  }

  /// Logs to standard error.
  ///
  /// @param verbose with debug messages and the stack traces of failures
  public static void toStandardError(Form form, boolean verbose) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context);
    encoder.setLayout(form == Form.JSON ? new JsonLayout(verbose) : new TextLayout(verbose));
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

  /// Logs to a file, too, with the stack traces of failures. A file that cannot be written is said
  /// once on standard error, and nothing else comes of it. To be called by one process at a time
  /// for one file.
  ///
  /// @return ends the logging to this file
  public static Destination alsoToFile(Path file, Form form) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    FileAppender appender =
        new FileAppender(
            new RotatingFile(file, FILE_LIMIT, FILES),
            form == Form.JSON ? new JsonLayout(true) : new TextLayout(true));
    appender.setContext(context);
    appender.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(appender);
    return () -> {
      root.detachAppender(appender);
      appender.stop();
    };
  }
}
