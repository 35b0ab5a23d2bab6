package dev.upkeep.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.LayoutBase;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonBuilder;
import org.slf4j.event.KeyValuePair;

/// One event as one JSON object on one line. The names are stable: `time` (ISO 8601, UTC), `level`,
/// `logger`, `thread`, `message`, then the event's own key-value pairs, and `error` with the class
/// and message of an exception, where there was one.
final class JsonLayout extends LayoutBase<ILoggingEvent> {
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
        line.put(pair.key, String.valueOf(pair.value));
      }
    }
    IThrowableProxy thrown = event.getThrowableProxy();
    if (thrown != null) {
      line.put("error", thrown.getClassName() + ": " + thrown.getMessage());
    }
    return line.build().write() + System.lineSeparator();
  }
}
