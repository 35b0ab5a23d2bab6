package dev.upkeep.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.LayoutBase;

/// One event as one line for people; its stack trace, where wanted, on the lines after it.
final class TextLayout extends LayoutBase<ILoggingEvent> {
  private final boolean withStackTraces;

  TextLayout(boolean withStackTraces) {
    this.withStackTraces = withStackTraces;
  }

  @Override
  public String doLayout(ILoggingEvent event) {
    StringBuilder line = new StringBuilder(160);
    line.append('[')
        .append(LogTime.of(event))
        .append("] ")
        .append(event.getLevel())
        .append(' ')
        .append(simpleName(event.getLoggerName()))
        .append(": ")
        .append(OneLine.of(event.getFormattedMessage()))
        .append(System.lineSeparator());
    if (withStackTraces) {
      for (IThrowableProxy t = event.getThrowableProxy(); t != null; t = t.getCause()) {
        line.append(OneLine.of(t.getClassName() + ": " + t.getMessage()))
            .append(System.lineSeparator());
        for (StackTraceElementProxy frame : t.getStackTraceElementProxyArray()) {
          line.append("    ").append(frame.getSTEAsString()).append(System.lineSeparator());
        }
      }
    }
    return line.toString();
  }

  private static String simpleName(String logger) {
    return logger.substring(logger.lastIndexOf('.') + 1);
  }
}
