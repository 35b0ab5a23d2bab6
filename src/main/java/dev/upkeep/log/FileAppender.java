package dev.upkeep.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.Layout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;

/// Logs to a file as far as that is possible. That it is not is said once, in what else there is of
/// the log, and every event tries anew.
final class FileAppender extends AppenderBase<ILoggingEvent> {
  private final RotatingFile file;
  private final Layout<ILoggingEvent> layout;
  private boolean said;

  FileAppender(RotatingFile file, Layout<ILoggingEvent> layout) {
    this.file = file;
    this.layout = layout;
  }

  @Override
  protected void append(ILoggingEvent event) {
    try {
      file.write(layout.doLayout(event).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      if (!said) {
        said = true;
        // AppenderBase keeps this event from coming back here.
        LoggerFactory.getLogger(FileAppender.class)
            .warn("The log file cannot be written: {}.", e.getMessage());
      }
    }
  }

  @Override
  public void stop() {
    super.stop();
    try {
      file.close();
    } catch (IOException nothingIsLost) {
      // Each line was written before its event was over.
    }
  }
}
