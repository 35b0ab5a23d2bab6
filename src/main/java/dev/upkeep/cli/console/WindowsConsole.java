package dev.upkeep.cli.console;

import java.io.File;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// What Windows says of standard input and output, by its own calls:
/// [GetConsoleMode](https://learn.microsoft.com/en-us/windows/console/getconsolemode) succeeds for
/// consoles alone. A terminal of Git Bash is a pipe to Windows, and is known by the pipe's name.
final class WindowsConsole {
  static final int IN = -10;
  static final int OUT = -11;
  static final int ERR = -12;

  /// See `is_pty` of Cygwin's and MSYS2's programs: `\msys-1888ae32e00d56aa-pty0-from-master`.
  private static final Pattern PTY =
      Pattern.compile("\\\\(msys|cygwin)-[0-9a-f]+-pty\\d+-(from|to)-master(-nat)?");

  private static final int FILE_NAME_INFO = 2;
  private static final int LONGEST = 1024;

  private WindowsConsole() {}

  static boolean isHere() {
    return File.separatorChar == '\\';
  }

  /// Whether there is a console on the other end. False where Windows cannot be asked.
  static boolean isConsole(int handle) {
    try (Arena arena = Arena.ofConfined()) {
      MethodHandle mode =
          call("GetConsoleMode", FunctionDescriptor.of(INT, ADDRESS, ADDRESS), arena);
      return (int) mode.invokeExact(standard(handle, arena), arena.allocate(ValueLayout.JAVA_INT))
          != 0;
    } catch (Throwable notAsked) {
      return false;
    }
  }

  /// Whether a person types into a terminal that is a pipe to Windows, as Git Bash's is.
  static boolean isPipedTerminal(int handle) {
    return pipe(handle).filter(WindowsConsole::isTerminalPipe).isPresent();
  }

  static boolean isTerminalPipe(String name) {
    return PTY.matcher(name).matches();
  }

  private static Optional<String> pipe(int handle) {
    try (Arena arena = Arena.ofConfined()) {
      MethodHandle information =
          call(
              "GetFileInformationByHandleEx",
              FunctionDescriptor.of(INT, ADDRESS, INT, ADDRESS, INT),
              arena);
      MemorySegment name = arena.allocate(LONGEST, Integer.BYTES);
      int told =
          (int) information.invokeExact(standard(handle, arena), FILE_NAME_INFO, name, LONGEST);
      int length = Math.min(name.get(ValueLayout.JAVA_INT, 0), LONGEST - Integer.BYTES);
      return told == 0
          ? Optional.empty()
          : Optional.of(
              new String(
                  name.asSlice(Integer.BYTES, length).toArray(ValueLayout.JAVA_BYTE),
                  StandardCharsets.UTF_16LE));
    } catch (Throwable notAsked) {
      return Optional.empty();
    }
  }

  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final java.lang.foreign.AddressLayout ADDRESS = ValueLayout.ADDRESS;

  private static MemorySegment standard(int handle, Arena arena) throws Throwable {
    return (MemorySegment)
        call("GetStdHandle", FunctionDescriptor.of(ADDRESS, INT), arena).invokeExact(handle);
  }

  @SuppressWarnings("restricted") // every launcher allows native access
  private static MethodHandle call(String name, FunctionDescriptor form, Arena arena) {
    return Linker.nativeLinker()
        .downcallHandle(SymbolLookup.libraryLookup("kernel32", arena).findOrThrow(name), form);
  }
}
