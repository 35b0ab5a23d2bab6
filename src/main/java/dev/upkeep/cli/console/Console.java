package dev.upkeep.cli.console;

import dev.upkeep.language.Language;
import dev.upkeep.language.Sentence;
import dev.upkeep.words.Screen;
import dev.upkeep.words.When;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/// The world a command lives in, so that a test can give it another.
///
/// @param environment the process's environment variables
/// @param clock the time, and the zone in which people are told dates
public record Console(
    Map<String, String> environment,
    InputStream in,
    PrintStream out,
    PrintStream err,
    Clock clock,
    Terminal terminal) {
  public Console {
    environment = Map.copyOf(environment);
  }

  /// This process's own.
  public static Console system() {
    return new Console(
        System.getenv(),
        System.in,
        Streams.out(),
        Streams.err(),
        new SystemClock(),
        new SystemTerminal());
  }

  /// Whether what could not be written went to a pipe that its reader has closed. For this, a line
  /// more is tried, since a stream for printing forgets why it failed.
  public boolean outIsClosedPipe() {
    if (!out.equals(System.out)) {
      return false;
    }
    try (FileOutputStream again = new FileOutputStream(FileDescriptor.out)) {
      again.write('\n');
      return false;
    } catch (IOException e) {
      return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }
  }

  /// The present moment, where the reader is.
  public When when() {
    return new When(clock.instant(), clock.getZone(), language());
  }

  /// What the reader speaks.
  public Language language() {
    return Language.of(environment);
  }

  /// Prints a line for people; see [Screen#clean(String)].
  public void say(String line) {
    out.println(Screen.clean(line));
  }

  /// Prints a sentence in the reader's language.
  public void say(Sentence sentence) {
    say(language().say(sentence));
  }

  /// Prints what is beside the result to standard error, in the reader's language.
  public void note(Sentence sentence) {
    note(language().say(sentence));
  }

  /// Prints what is beside the result to standard error.
  public void note(String sentence) {
    err.println("upkeep: " + Screen.clean(sentence));
  }
}
