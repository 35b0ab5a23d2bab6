package dev.upkeep.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import dev.upkeep.log.LogSetup.Form;
import java.nio.file.Path;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/// What [LogSetup] means to Logback.
final class LogbackSetup {
  /// In bytes.
  private static final long FILE_LIMIT = 1 << 20;

  private static final int FILES = 5;

  private LogbackSetup() {}

  /// This process's Logback, started now if need be.
  static LoggerContext running() {
    ILoggerFactory factory = LoggerFactory.getILoggerFactory();
    return factory instanceof DeferredLogback deferred
        ? deferred.logback()
        : (LoggerContext) factory;
  }

  static void toStandardError(LoggerContext context, Form form, boolean verbose) {
    context.reset();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context);
    encoder.setLayout(layout(form, verbose));
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();
    Logger root = root(context);
    root.setLevel(Level.convertAnSLF4JLevel(LogSetup.FOREIGN_LEVEL));
    root.addAppender(appender);
    // What dbus-java calls fatal is the loss of a bus, which who uses it tells once.
    context.getLogger("org.freedesktop.dbus.connections.IncomingMessageThread").setLevel(Level.OFF);
    context
        .getLogger(LogSetup.OWN)
        .setLevel(verbose ? Level.DEBUG : Level.convertAnSLF4JLevel(LogSetup.OWN_LEVEL));
  }

  static LogSetup.Destination toFile(LoggerContext context, Path file, Form form) {
    FileAppender appender =
        new FileAppender(new RotatingFile(file, FILE_LIMIT, FILES), layout(form, true));
    appender.setContext(context);
    appender.start();
    Logger root = root(context);
    root.addAppender(appender);
    return () -> {
      root.detachAppender(appender);
      appender.stop();
    };
  }

  private static Logger root(LoggerContext context) {
    return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  private static Layout<ILoggingEvent> layout(Form form, boolean withStackTraces) {
    return form == Form.JSON ? new JsonLayout(withStackTraces) : new TextLayout(withStackTraces);
  }
}
