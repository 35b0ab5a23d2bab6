package dev.upkeep.cli.deploy;

import dev.upkeep.testing.Launcher;
import dev.upkeep.testing.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/// A package as a release has it, and its checksum.
record SampleRelease(String url, String sha256) {
  static SampleRelease in(Path folder) throws Exception {
    Path content = Files.createDirectory(folder.resolve("content"));
    Launcher.in(content.resolve("upkeep-1.2.3"));
    Path release = folder.resolve("upkeep.tar.gz");
    Program.in(folder)
        .run("tar", "-czf", release.toString(), "-C", content.toString(), "upkeep-1.2.3");
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(release));
    return new SampleRelease("file://" + release, HexFormat.of().formatHex(digest));
  }

  /// The options of `deploy` that name it.
  String[] options() {
    return new String[] {"--release-url", url, "--release-sha256", sha256};
  }
}
