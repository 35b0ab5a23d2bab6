package dev.upkeep.cli.deploy;

import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.UsageException;
import dev.upkeep.deploy.GeneratedFile;
import dev.upkeep.file.OwnerOnly;
import dev.upkeep.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/// Prints what `deploy` generated, or writes it into a folder.
final class DeployFiles {
  private final Upkeep upkeep;
  private final List<GeneratedFile> files;

  DeployFiles(Upkeep upkeep, List<GeneratedFile> files) {
    this.upkeep = upkeep;
    this.files = files;
  }

  /// Several are told apart as `head` does it.
  void print() {
    for (GeneratedFile file : files) {
      if (upkeep.json()) {
        upkeep
            .console()
            .out()
            .println(
                Json.object().put("file", file.path()).put("content", file.text()).build().write());
        continue;
      }
      if (files.size() > 1) {
        upkeep.console().say("==> " + file.path() + " <==");
      }
      upkeep.console().out().print(file.text());
      if (files.size() > 1) {
        upkeep.console().out().println();
      }
    }
  }

  /// Writes all of them or, if one is there already, none.
  ///
  /// @param force replace what is there, except files that people have put secrets into
  /// @throws UsageException with every file that is in the way, or the one that cannot be written
  void write(Path folder, boolean force) throws UsageException {
    List<String> inTheWay =
        files.stream()
            .filter(file -> isThere(folder, file) && !force)
            .map(file -> folder.resolve(file.path()) + " is there already; --force replaces it.")
            .toList();
    if (!inTheWay.isEmpty()) {
      throw new UsageException(inTheWay);
    }
    for (GeneratedFile file : files) {
      Path path = folder.resolve(file.path());
      if (file.secrets() && isThere(folder, file)) {
        report(path, "kept", "Kept " + path + " as it is, since it may hold secrets.");
        continue;
      }
      try {
        Files.createDirectories(path.toAbsolutePath().getParent());
        write(path, file);
      } catch (IOException e) {
        throw new UsageException(path + " cannot be written.");
      }
      report(path, "written", "Wrote " + path + ".");
    }
  }

  private void report(Path path, String state, String sentence) {
    if (upkeep.json()) {
      upkeep
          .console()
          .out()
          .println(Json.object().put("file", path.toString()).put("state", state).build().write());
    } else {
      upkeep.console().say(sentence);
    }
  }

  private static boolean isThere(Path folder, GeneratedFile file) {
    return Files.exists(folder.resolve(file.path()), LinkOption.NOFOLLOW_LINKS);
  }

  /// What people put secrets into is theirs alone from the beginning; the rest is for every user,
  /// since the service and the container run as one of their own.
  private static void write(Path path, GeneratedFile file) throws IOException {
    if (file.secrets()) {
      OwnerOnly.newFile(path);
    }
    Files.write(path, file.bytes());
    if (!file.secrets()) {
      OwnerOnly.letAllRead(path);
    }
  }
}
