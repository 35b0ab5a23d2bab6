package dev.upkeep.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The launchers of Windows and macOS as their image gets them, with a stand-in for jpackage that
/// writes a `.cfg` as jpackage documents it, and one for the training.
@DisabledOnOs(OS.WINDOWS)
final class LaunchersTest {
  private static final Path ROOT = Path.of("").toAbsolutePath();

  @TempDir private Path folder;

  @BeforeEach
  void stage() throws IOException {
    Files.createDirectories(folder.resolve("bin"));
    Files.createDirectories(folder.resolve("work/app"));
    Files.createDirectories(folder.resolve("work/native"));
    Files.createDirectories(folder.resolve("target/classes/dev/upkeep"));
    Files.writeString(
        folder.resolve("target/classes/dev/upkeep/build.properties"), "version=0.1.0-SNAPSHOT\n");
    copy("jpackage/options/every.options");
    copy("jpackage/options/agent.options");
    copy("jpackage/options/cli.options");
    copy("jpackage/options/window.options");
    for (String system : List.of("windows", "macos")) {
      copy("jpackage/" + system + "/image.sh");
    }
    copy("jpackage/launchers.sh");
    copy("jpackage/windows/manifest.sh");
    copy("jpackage/windows/utf8.manifest");
    copy("jpackage/macos/Info.plist");
    copy("jpackage/macos/upkeep.sh");
    Files.writeString(folder.resolve("jpackage/train.sh"), "echo \"$@\" > trained\n");
    Files.writeString(folder.resolve("jpackage/macos/seal.sh"), "echo \"$@\" > sealed\n");
    program(
        "bin/jpackage",
        """
        echo "$@" > asked
        cfg() { # cfg NAME OPTIONS
          printf '[Application]\\napp.mainjar=$APPDIR/upkeep.jar\\napp.version=1.0\\n\\n[JavaOptions]\\n' > "$app/$1.cfg"
          for option in $2; do printf 'java-options=%s\\n' "$option" >> "$app/$1.cfg"; done
          : > "$bin/$1$exe"
          chmod a-w "$bin/$1$exe"
        }
        options= name=
        while [ $# -gt 0 ]; do
          case $1 in
            --name) name=$2 ;;
            --java-options) options="$options $2" ;;
            --add-launcher)
              cfg "${2%%=*}" "$(sed -n 's/^java-options=//p' "${2#*=}")"
              sed -n 's/^win-console=//p' "${2#*=}" > "console-${2%%=*}" ;;
          esac
          shift
        done
        cfg "$name" "$options"
        """);
  }

  private void copy(String name) throws IOException {
    Path to = folder.resolve(name);
    Files.createDirectories(to.getParent());
    Files.copy(ROOT.resolve(name), to);
  }

  private void program(String name, String script) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\nset -eu\n" + script);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  /// Runs image.sh of a system as `jpackage/image.sh` does.
  private void image(String system, String separator) throws Exception {
    Program.Result result =
        Program.in(folder)
            .env("UPKEEP_MT", folder.resolve("bin/mt").toString())
            .run(
                "sh",
                "-eu",
                "-c",
                """
                home=$PWD work=work system=%s separator='%s' born=2026-01-01T00:00:00Z
                age() { echo "$1" >> aged; }
                case $system in
                  windows) app=target/image/Upkeep/app bin=target/image/Upkeep exe=.exe ;;
                  *) app=target/image/Upkeep.app/Contents/app bin=target/image/Upkeep.app/Contents/MacOS exe= ;;
                esac
                mkdir -p "$app" "$bin" target/image/Upkeep.app/Contents/Resources
                export app bin exe
                . "jpackage/$system/image.sh"
                """
                    .formatted(system, separator));
    assertThat(result.exitCode()).as(result.everything()).isZero();
  }

  private String cfg(String place) throws IOException {
    return Files.readString(folder.resolve("target/image").resolve(place));
  }

  private void windows() throws Exception {
    program("bin/mt", "echo \"$@\" >> manifests\n");
    image("windows", ";");
  }

  @Test
  void on_windows_no_launcher_starts_itself_again() throws Exception {
    windows();

    for (String name : List.of("Upkeep", "upkeep-tray", "upkeep-window")) {
      String cfg = cfg("Upkeep/app/" + name + ".cfg");
      assertThat(cfg).startsWith("[Application]\nwin.norestart=true\n");
      assertThat(cfg.indexOf("[JavaOptions]")).isGreaterThan(cfg.indexOf("win.norestart"));
    }
  }

  @Test
  void on_windows_the_command_line_and_the_icon_are_told_apart() throws Exception {
    windows();

    assertThat(Files.readString(folder.resolve("asked")))
        .contains("--name Upkeep ", "--win-console");
    assertThat(Files.readString(folder.resolve("console-upkeep-tray"))).isEqualTo("false\n");
    assertThat(Files.readString(folder.resolve("console-upkeep-window"))).isEqualTo("false\n");
    // The command line keeps its own options for memory, and the icon's are the agent's.
    assertThat(cfg("Upkeep/app/Upkeep.cfg")).doesNotContain("-Xms6m");
    assertThat(cfg("Upkeep/app/upkeep-tray.cfg"))
        .contains(
            "java-options=-Xms6m\n", "java-options=-Dupkeep.launcher=$BINDIR/upkeep-tray.exe\n");
    assertThat(Files.readString(folder.resolve("trained")))
        .isEqualTo(
            "target/image/Upkeep/app/cache target/image/Upkeep/Upkeep.exe"
                + " target/image/Upkeep/upkeep-tray.exe target/image/Upkeep/upkeep-window.exe\n");
  }

  @Test
  void on_windows_archives_are_joined_as_java_joins_them_there() throws Exception {
    windows();

    assertThat(cfg("Upkeep/app/upkeep-tray.cfg"))
        .endsWith(
            "java-options=-XX:SharedArchiveFile=$APPDIR/cache/upkeep.aot;$APPDIR/cache/agent.jsa\n");
    assertThat(cfg("Upkeep/app/Upkeep.cfg"))
        .endsWith("java-options=-XX:SharedArchiveFile=$APPDIR/cache/upkeep.aot\n")
        .contains("java-options=-Dupkeep.born=2026-01-01T00:00:00Z\n");
  }

  @Test
  void on_windows_every_launcher_gets_the_manifest() throws Exception {
    windows();

    assertThat(Files.readAllLines(folder.resolve("manifests")))
        .hasSize(3)
        .allMatch(line -> line.contains("-manifest jpackage/windows/utf8.manifest"));
  }

  @Test
  void a_launcher_without_a_manifest_of_its_own_gets_ours() throws Exception {
    program("bin/mt", "case $* in *-inputresource*) exit 31 ;; esac\necho \"$@\" >> manifests\n");
    image("windows", ";");

    assertThat(Files.readAllLines(folder.resolve("manifests"))).hasSize(3);
  }

  @Test
  void on_macos_the_bundles_program_is_the_icons() throws Exception {
    image("macos", ":");

    assertThat(cfg("Upkeep.app/Contents/app/Upkeep.cfg"))
        .contains("java-options=-Dapple.awt.enableTemplateImages=true\n", "java-options=-Xms6m\n")
        .doesNotContain("win.norestart")
        .endsWith(
            "java-options=-XX:SharedArchiveFile=$APPDIR/cache/upkeep.aot:$APPDIR/cache/agent.jsa\n");
    assertThat(cfg("Upkeep.app/Contents/app/upkeep-cli.cfg")).doesNotContain("-Xms6m");
    assertThat(folder.resolve("target/image/Upkeep.app/Contents/Resources/upkeep")).isExecutable();
    assertThat(Files.readString(folder.resolve("sealed"))).isEqualTo("target/image/Upkeep.app\n");
  }
}
