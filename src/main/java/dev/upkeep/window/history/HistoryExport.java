package dev.upkeep.window.history;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.HistoryPages;
import dev.upkeep.file.Moves;
import dev.upkeep.history.CsvExport;
import dev.upkeep.history.Filter;
import dev.upkeep.history.JsonExport;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.window.widget.Styles;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// Writes what is shown into a file, in the form that the command line writes. A file that was
/// there is replaced only by a whole one.
///
/// @param names what each database is called
public record HistoryExport(Form form, Filter filter, Map<UUID, String> names) {
  /// What a file can be.
  public enum Form {
    CSV,
    JSON;

    /// What such a file is called at first.
    public String fileName() {
      return "upkeep-history." + Styles.className(this);
    }
  }

  /// Asks for page after page. Blocks until all is written.
  ///
  /// @return how many touches were written; empty if the file could not be
  OptionalLong write(AgentApi agent, Path file) throws AgentException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Counting touches = new Counting(new HistoryPages(agent, filter, Long.MAX_VALUE, () -> false));
      try (BufferedWriter out = Files.newBufferedWriter(part)) {
        write(touches, out);
      }
      Moves.replace(part, file);
      return OptionalLong.of(touches.count);
    } catch (HistoryPages.Broken broken) {
      throw broken.why();
    } catch (IOException _) {
      return OptionalLong.empty();
    } finally {
      discard(part);
    }
  }

  private void write(Iterator<RecordedTouch> touches, Writer out) throws IOException {
    switch (form) {
      case CSV -> new CsvExport(out, id -> names.getOrDefault(id, "")).write(touches);
      case JSON -> new JsonExport(out, id -> Optional.ofNullable(names.get(id))).write(touches);
    }
  }

  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException _) {
      // The person sees it beside the file, and whether the file was written is told anyway.
    }
  }

  /// Counts what passes.
  private static final class Counting implements Iterator<RecordedTouch> {
    private final Iterator<RecordedTouch> source;
    private long count;

    Counting(Iterator<RecordedTouch> source) {
      this.source = source;
    }

    @Override
    public boolean hasNext() {
      return source.hasNext();
    }

    @Override
    public RecordedTouch next() {
      count++;
      return source.next();
    }
  }
}
