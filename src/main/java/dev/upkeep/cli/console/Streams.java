package dev.upkeep.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// In which encoding a stream is written: a terminal's own where a person reads it, and UTF-8 where
/// a program does. Java would write a pipe in the code page of Windows, in which most names of the
/// world are question marks, and JSON is none.
final class Streams {
  private Streams() {}

  /// Standard output of this process.
  static PrintStream out() {
    return isUtf8(System.out) || isTerminal(WindowsConsole.OUT)
        ? System.out
        : utf8(FileDescriptor.out);
  }

  /// Standard error of this process.
  static PrintStream err() {
    return isUtf8(System.err) || isTerminal(WindowsConsole.ERR)
        ? System.err
        : utf8(FileDescriptor.err);
  }

  private static boolean isUtf8(PrintStream stream) {
    return stream.charset().equals(StandardCharsets.UTF_8);
  }

  private static PrintStream utf8(FileDescriptor place) {
    return new PrintStream(new FileOutputStream(place), true, StandardCharsets.UTF_8);
  }

  private static boolean isTerminal(int handle) {
    return WindowsConsole.isHere()
        ? WindowsConsole.isConsole(handle)
        : Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent();
  }
}
