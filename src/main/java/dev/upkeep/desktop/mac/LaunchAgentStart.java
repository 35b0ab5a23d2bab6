package dev.upkeep.desktop.mac;

import dev.upkeep.desktop.Commands;
import dev.upkeep.desktop.EntryFile;
import dev.upkeep.desktop.LoginStart;
import dev.upkeep.desktop.OwnProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A file in `~/Library/LaunchAgents`, which launchd reads at login.
///
/// It can be switched off with `launchctl disable`. A switch in the System Settings (Login Items)
/// is kept where only an administrator can read it; whether `launchctl` tells of it is not known.
public final class LaunchAgentStart implements LoginStart {
  private final Commands commands;
  private final Path home;
  private final String label;
  private final Optional<String> profile;
  private final Optional<OwnProgram> program;
  private final EntryFile file;

  /// The launch agent of a profile; touches no file and runs nothing.
  ///
  /// @param home the user's home folder, whose owner is the user that launchd is asked about
  /// @param profile empty for the default one; each has a launch agent of its own
  /// @param program what is to be started, if that is known
  public LaunchAgentStart(
      Commands commands, Path home, Optional<String> profile, Optional<OwnProgram> program) {
    this.commands = commands;
    this.home = home;
    this.label = "dev.upkeep.agent" + profile.map(name -> "." + name).orElse("");
    this.profile = profile;
    this.program = program;
    this.file =
        new EntryFile(home.resolve("Library").resolve("LaunchAgents").resolve(label + ".plist"));
  }

  @Override
  public State state() throws IOException {
    Optional<String> text = file.read();
    if (text.isEmpty()) {
      return State.OFF;
    }
    Optional<LaunchAgentPlist> plist = LaunchAgentPlist.parse(text.get());
    if (plist.isEmpty() || plist.get().command().isEmpty()) {
      return State.ELSEWHERE;
    }
    if (!plist.get().runs() || isDisabled()) {
      return State.DISABLED_BY_SYSTEM;
    }
    return isOurs(plist.get().command()) ? State.ON : State.ELSEWHERE;
  }

  @Override
  public void turn(boolean on) throws IOException {
    if (!on) {
      file.delete();
    } else if (state() != State.ON) {
      List<String> command = OwnProgram.atLogin(program, profile);
      requireLasting(command.getFirst());
      file.write(LaunchAgentPlist.text(label, command));
      if (isDisabled()) {
        run(Launchctl.enable(uid(), label));
      }
    }
  }

  @Override
  public String place() {
    return file.path().toString();
  }

  /// A program that was opened from its image, or from the downloads, runs from a place that is
  /// gone when the image is closed or the computer starts again.
  private static void requireLasting(String program) throws IOException {
    if (program.startsWith("/Volumes/") || program.contains("/AppTranslocation/")) {
      throw new IOException(
          "Upkeep runs from a place that will be gone at the next login. Move Upkeep to the"
              + " Applications folder, open it there, and try again.");
    }
  }

  private boolean isOurs(List<String> command) {
    return Files.isExecutable(Path.of(command.getFirst()))
        && (program.isEmpty() || program.get().atLogin(profile).equals(command));
  }

  private boolean isDisabled() throws IOException {
    return Launchctl.isDisabled(label, run(Launchctl.printDisabled(uid())));
  }

  private String run(List<String> command) throws IOException {
    Commands.Result result = commands.run(command);
    if (!result.succeeded()) {
      throw new IOException("macOS refused: launchctl could not " + command.get(1) + ".");
    }
    return result.output();
  }

  private int uid() throws IOException {
    return (Integer) Files.getAttribute(home, "unix:uid");
  }
}
