package dev.upkeep.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the generated files need to know and nobody but their user can: where things are there, and
/// which package of Upkeep to fetch.
///
/// @param program where Upkeep is on the computer or in the container that runs it; empty for the
///   engine's usual place
/// @param folder where definitions and certificates are there; empty for the engine's usual place
/// @param releaseUrl of a tar.gz with one folder, which holds `bin/upkeep`
/// @param releaseSha256 of that package, in hex
/// @param image of a container that holds Upkeep
public record Parameters(
    Optional<String> program,
    Optional<String> folder,
    Optional<String> releaseUrl,
    Optional<String> releaseSha256,
    Optional<String> image) {
  static final String IMAGE_PATTERN = "registry.example.com/upkeep:VERSION";

  public static final Parameters DEFAULT =
      new Parameters(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /// Nothing that a shell, systemd, cron, YAML or a Dockerfile reads as anything but itself.
  private static final Pattern PATH = Pattern.compile("(/[\\p{L}\\p{N} ._+@=,~-]+)+");

  private static final Pattern WINDOWS_PATH =
      Pattern.compile("[A-Za-z]:(\\\\[\\p{L}\\p{N} ._+@=,~()-]+)+");

  private static final Pattern URL =
      Pattern.compile("(https|http|file)://[A-Za-z0-9:/._~%+@=&?,-]+");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern IMAGE = Pattern.compile("[a-z0-9][A-Za-z0-9./:@_-]*");
  private static final int LONGEST_PATH = 200;

  /// Every reason why these cannot be used, a sentence each; none repeats a value.
  ///
  /// @param engine whose program may be on Windows
  List<String> problems(Engine engine) {
    List<String> problems = new ArrayList<>();
    if (engine == Engine.TASK_SCHEDULER) {
      require(
          program,
          WINDOWS_PATH,
          "--program is a whole path from the drive on, as in C:\\Tools\\upkeep-cli.exe.",
          problems);
    } else {
      program.ifPresent(path -> requirePath(path, "--program", problems));
    }
    folder.ifPresent(path -> requirePath(path, "--folder", problems));
    require(releaseUrl, URL, "--release-url is the address of a tar.gz.", problems);
    require(releaseSha256, SHA256, "--release-sha256 has 64 digits, 0 to 9 and a to f.", problems);
    require(image, IMAGE, "--image names a container image.", problems);
    return List.copyOf(problems);
  }

  private static void requirePath(String path, String option, List<String> problems) {
    if (path.length() > LONGEST_PATH
        || !PATH.matcher(path).matches()
        || path.endsWith(" ")
        || path.contains("/ ")) {
      problems.add(
          option
              + " is a whole path from the root on, without quotes, backslashes, dollar or percent"
              + " signs.");
    }
  }

  private static void require(
      Optional<String> value, Pattern pattern, String sentence, List<String> problems) {
    if (value.isPresent() && !pattern.matcher(value.get()).matches()) {
      problems.add(sentence);
    }
  }

  String program(Engine engine) {
    return program.orElse(engine.program());
  }

  String folder(Engine engine) {
    return folder.orElse(engine.folder());
  }

  String url() {
    return releaseUrl.orElseGet(Publisher::releasePattern);
  }

  String sha256() {
    return releaseSha256.orElse("");
  }

  String imageName() {
    return image.orElse(IMAGE_PATTERN);
  }
}
