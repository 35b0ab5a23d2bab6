package dev.upkeep.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// In which encoding a stream is written: a terminal's own where a person reads it, and UTF-8 where
/// a program does. Java would write a pipe in the code page of Windows, in which most names of the
/// world are question marks, and JSON is none.
final class Streams {
  private Streams() {}

  /// Standard output of this process.
  static PrintStream out() {
    return fitting(System.out, FileDescriptor.out, WindowsConsole.OUT);
  }

  /// Standard error of this process.
  static PrintStream err() {
    return fitting(System.err, FileDescriptor.err, WindowsConsole.ERR);
  }

  /// Under cron and in containers the encoding is ASCII, of which UTF-8 is more, whoever reads: so
  /// nothing is asked there, which would load Java's own console.
  private static PrintStream fitting(PrintStream stream, FileDescriptor place, int handle) {
    Charset charset = stream.charset();
    boolean kept =
        charset.equals(StandardCharsets.UTF_8)
            || (!charset.equals(StandardCharsets.US_ASCII) && isTerminal(handle));
    return kept
        ? stream
        : new PrintStream(new FileOutputStream(place), true, StandardCharsets.UTF_8);
  }

  private static boolean isTerminal(int handle) {
    return WindowsConsole.isHere()
        ? WindowsConsole.isConsole(handle)
        : Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent();
  }
}
