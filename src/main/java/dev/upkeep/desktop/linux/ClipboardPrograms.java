package dev.upkeep.desktop.linux;

import dev.upkeep.desktop.Clipboard;
import dev.upkeep.process.OtherProgram;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The clipboard by the programs that own a selection for others: `wl-copy` on Wayland, `xclip` or
/// `xsel` on X11. A process without a window cannot do that itself, and each of them goes on in the
/// background for as long as its text is on the clipboard.
public final class ClipboardPrograms implements Clipboard {
  private static final long SECONDS = 3;
  private static final List<String> WAYLAND = List.of("wl-copy");
  private static final List<String> XCLIP = List.of("xclip", "-selection", "clipboard");
  private static final List<String> XSEL = List.of("xsel", "--clipboard", "--input");

  private final Map<String, String> environment;

  /// Nothing is started before there is a text.
  ///
  /// @param environment for the programs, without anything that they must not know
  public ClipboardPrograms(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public boolean put(String text) {
    return candidates(environment).stream().anyMatch(command -> runs(command, text));
  }

  /// What to try, in this order.
  static List<List<String>> candidates(Map<String, String> environment) {
    boolean x11 = !environment.getOrDefault("DISPLAY", "").isEmpty();
    if (!environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty()) {
      return x11 ? List.of(WAYLAND, XCLIP, XSEL) : List.of(WAYLAND);
    }
    return x11 ? List.of(XCLIP, XSEL) : List.of();
  }

  private boolean runs(List<String> command, String text) {
    Optional<Path> program =
        OtherProgram.find(
            command.getFirst(), OtherProgram.folders(environment.getOrDefault("PATH", "")));
    if (program.isEmpty()) {
      return false;
    }
    List<String> whole = new ArrayList<>(command);
    whole.set(0, program.get().toString());
    try {
      Process process =
          OtherProgram.of(whole, environment)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(text.getBytes(StandardCharsets.UTF_8));
      }
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroy();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException notInstalled) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
