package dev.upkeep.log;

import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
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

  /// The least that is said of others' code, and of our own unless more was asked for.
  static final Level FOREIGN_LEVEL = Level.WARN;

  static final Level OWN_LEVEL = Level.INFO;

  /// The loggers that are our own begin with it.
  static final String OWN = "dev.upkeep";

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
    LogbackSetup.toStandardError(LogbackSetup.running(), form, verbose);
  }

  /// The same, but Logback is not even loaded before there is something to say. To be called before
  /// anybody has a logger; afterwards it is not too late, but nothing is saved.
  public static void toStandardErrorWhenNeeded(Form form) {
    // SLF4J would say on standard error whom it was told to load.
    System.setProperty(Reporter.SLF4J_INTERNAL_VERBOSITY_KEY, "WARN");
    System.setProperty(LoggerFactory.PROVIDER_PROPERTY_KEY, DeferredLogback.class.getName());
    DeferredLogback.useForm(form);
    if (!(LoggerFactory.getILoggerFactory() instanceof DeferredLogback)) {
      toStandardError(form, false);
    }
  }

  /// Logs to a file, too, with the stack traces of failures. A file that cannot be written is said
  /// once on standard error, and nothing else comes of it. To be called by one process at a time
  /// for one file.
  ///
  /// @return ends the logging to this file
  public static Destination alsoToFile(Path file, Form form) {
    return LogbackSetup.toFile(LogbackSetup.running(), file, form);
  }
}
