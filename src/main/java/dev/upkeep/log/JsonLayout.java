package dev.upkeep.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.LayoutBase;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonBuilder;
import java.util.Set;
import org.slf4j.event.KeyValuePair;

/// One event as one JSON object on one line. The names are a promise to whoever collects logs:
/// members may be added, never renamed. `time` (ISO 8601, UTC), `level`, `logger`, `thread`,
/// `message`, then the event's own key-value pairs under names of their own, and where there was an
/// exception `error` with its class and message, and `stack` where stack traces are wanted.
final class JsonLayout extends LayoutBase<ILoggingEvent> {
  private static final Set<String> OURS =
      Set.of("time", "level", "logger", "thread", "message", "error", "stack");

  private final boolean withStackTraces;

  JsonLayout(boolean withStackTraces) {
    this.withStackTraces = withStackTraces;
  }

  @Override
  public String doLayout(ILoggingEvent event) {
    JsonBuilder line =
        Json.object()
            .put("time", LogTime.of(event))
            .put("level", event.getLevel().toString())
            .put("logger", event.getLoggerName())
            .put("thread", event.getThreadName())
            .put("message", event.getFormattedMessage());
    if (event.getKeyValuePairs() != null) {
      for (KeyValuePair pair : event.getKeyValuePairs()) {
        // One that took the name of ours could pass for another event.
        if (!OURS.contains(pair.key)) {
          line.put(pair.key, String.valueOf(pair.value));
        }
      }
    }
    IThrowableProxy thrown = event.getThrowableProxy();
    if (thrown != null) {
      line.put("error", said(thrown));
      if (withStackTraces) {
        line.put("stack", stack(thrown));
      }
    }
    return line.build().write() + System.lineSeparator();
  }

  private static String said(IThrowableProxy thrown) {
    return thrown.getClassName() + ": " + thrown.getMessage();
  }

  private static String stack(IThrowableProxy outermost) {
    StringBuilder stack = new StringBuilder();
    for (IThrowableProxy t = outermost; t != null; t = t.getCause()) {
      stack.append(said(t)).append('\n');
      for (StackTraceElementProxy frame : t.getStackTraceElementProxyArray()) {
        stack.append("    ").append(frame.getSTEAsString()).append('\n');
      }
    }
    return stack.toString();
  }
}
