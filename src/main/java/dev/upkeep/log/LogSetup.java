package dev.upkeep.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.Reporter;

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

  /// What is said of others' code, and of our own, unless more was asked for.
  static final org.slf4j.event.Level FOREIGN_LEVEL = org.slf4j.event.Level.WARN;

  static final org.slf4j.event.Level OWN_LEVEL = org.slf4j.event.Level.INFO;

  private static final String OWN = "dev.upkeep";

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
    toStandardError(logback(), form, verbose);
  }

  /// The same, but Logback is not even loaded before there is something to say. To be called before
  /// anybody has a logger; afterwards it is not too late, but nothing is saved.
  public static void toStandardErrorWhenNeeded(Form form) {
    // SLF4J would say on standard error whom it was told to load.
    System.setProperty(Reporter.SLF4J_INTERNAL_VERBOSITY_KEY, "WARN");
    System.setProperty(LoggerFactory.PROVIDER_PROPERTY_KEY, DeferredLogback.class.getName());
    DeferredLogback.setUpBy(context -> toStandardError(context, form, false));
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext running) {
      toStandardError(running, form, false);
    }
  }

  /// Whether this logger is one of Upkeep's own.
  static boolean isOwn(String logger) {
    return logger.startsWith(OWN);
  }

  private static LoggerContext logback() {
    return LoggerFactory.getILoggerFactory() instanceof DeferredLogback deferred
        ? deferred.logback()
        : (LoggerContext) LoggerFactory.getILoggerFactory();
  }

  private static void toStandardError(LoggerContext context, Form form, boolean verbose) {
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
    root.setLevel(Level.convertAnSLF4JLevel(FOREIGN_LEVEL));
    root.addAppender(appender);
    // What dbus-java calls fatal is the loss of a bus, which who uses it tells once.
    context.getLogger("org.freedesktop.dbus.connections.IncomingMessageThread").setLevel(Level.OFF);
    context.getLogger(OWN).setLevel(verbose ? Level.DEBUG : Level.convertAnSLF4JLevel(OWN_LEVEL));
  }

  /// Logs to a file, too, with the stack traces of failures. A file that cannot be written is said
  /// once on standard error, and nothing else comes of it. To be called by one process at a time
  /// for one file.
  ///
  /// @return ends the logging to this file
  public static Destination alsoToFile(Path file, Form form) {
    LoggerContext context = logback();
    FileAppender appender =
        new FileAppender(
            new RotatingFile(file, FILE_LIMIT, FILES),
            form == Form.JSON ? new JsonLayout() : new TextLayout(true));
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
