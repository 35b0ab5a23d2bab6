package dev.upkeep.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;

/// What npm has and Maven has not: `make test` puts it into `target/node`.
public final class NodeTool {
  private static final Path MODULES = Path.of("target/node/node_modules").toAbsolutePath();

  private NodeTool() {}

  /// What a script prints about a file, whose path is its first argument.
  public static String read(Path file, String script) throws InterruptedException {
    assumeThat(Shell.has("node")).as("make test installs node").isTrue();
    assumeThat(Files.isDirectory(MODULES)).as("make test fills target/node").isTrue();
    Program.Result result =
        Program.in(file.resolveSibling(""))
            .env("NODE_PATH", MODULES.toString())
            .run("node", "-e", script, file.toString());
    assertThat(result.exitCode()).as(result.everything()).isZero();
    return result.out();
  }
}
