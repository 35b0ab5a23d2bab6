package dev.upkeep.desktop.mac;

import dev.upkeep.desktop.Notice;
import dev.upkeep.desktop.NoticeListener;
import dev.upkeep.desktop.Notifier;
import dev.upkeep.process.OtherProgram;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The notices of macOS through `osascript`. They have no buttons, nobody is told of a click, and
/// one that was shown cannot be taken back.
///
/// macOS takes them for the Script Editor's. Where that may show none, `osascript` succeeds all the
/// same, so that one was taken never says that it was seen; see [Notifier#tellsWhetherShown].
///
/// The text is given as arguments to a script that never changes, so that nothing in it can become
/// a statement. A child gets of our environment only what it needs.
public final class OsascriptNotifier implements Notifier {
  /// Where macOS has it.
  public static final Path PROGRAM = Path.of("/usr/bin/osascript");

  private static final Logger LOG = LoggerFactory.getLogger(OsascriptNotifier.class);
  private static final Set<String> ENVIRONMENT =
      Set.of("HOME", "USER", "LOGNAME", "TMPDIR", "LANG", "__CF_USER_TEXT_ENCODING");

  /// Read from standard input.
  private static final String SCRIPT =
      """
      on run argv
        display notification (item 2 of argv) with title (item 1 of argv)
      end run
      """;

  private final Path program;
  private final Duration timeout;

  /// Runs nothing yet.
  ///
  /// @param program usually [#PROGRAM]
  /// @param timeout after which a notice counts as not shown
  public OsascriptNotifier(Path program, Duration timeout) {
    this.program = program;
    this.timeout = timeout;
  }

  @Override
  public void start(NoticeListener listener) {
    // macOS tells the program that owns the script, and not us, of a click.
  }

  @Override
  public CompletableFuture<Boolean> show(Notice notice) {
    CompletableFuture<Boolean> taken = new CompletableFuture<>();
    Thread.ofVirtual().name("osascript").start(() -> taken.complete(run(notice)));
    return taken;
  }

  @Override
  public boolean tellsWhetherShown() {
    return false;
  }

  @Override
  public void withdraw(String tag) {
    // There is no way to.
  }

  @Override
  public void close() {
    // Nothing is held.
  }

  /// The program and its arguments. The lone hyphen names standard input and ends the options, so
  /// that a title may begin with a hyphen.
  static List<String> command(Path program, Notice notice) {
    return List.of(program.toString(), "-", "Upkeep: " + plain(notice.title()), text(notice));
  }

  /// A click opens the Script Editor and nothing of ours, so the text says where to go.
  private static String text(Notice notice) {
    String body = plain(notice.body());
    return (body.isBlank() ? "" : body + " ") + "See the Upkeep icon in the menu bar.";
  }

  private boolean run(Notice notice) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.keySet().retainAll(ENVIRONMENT);
    try {
      return successful(
          OtherProgram.of(command(program, notice), environment)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start());
    } catch (IOException e) {
      LOG.warn("{} could not be run: {}", program, e.getMessage());
      return false;
    }
  }

  private boolean successful(Process process) throws IOException {
    try {
      process.outputWriter(StandardCharsets.US_ASCII).append(SCRIPT).close();
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("{} did not end within {} s.", program, timeout.toSeconds());
        return false;
      }
      if (process.exitValue() != 0) {
        LOG.warn("{} ended with exit code {}.", program, process.exitValue());
        return false;
      }
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      process.destroyForcibly();
    }
  }

  /// No argument can hold a zero, and no notice has a use for the other control characters.
  private static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ");
  }
}
