package dev.upkeep.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/// What is done to the bundle of macOS after it was built, with stand-ins for `codesign`, `hdiutil`
/// and `xcrun` that write down what they are asked.
@DisabledOnOs(OS.WINDOWS)
final class MacPackageTest {
  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final Instant BORN = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path folder;

  private Path app;

  @BeforeEach
  void bundle() throws IOException {
    app = folder.resolve("target/image/Upkeep.app");
    for (String name :
        List.of(
            "Contents/MacOS/Upkeep",
            "Contents/MacOS/upkeep-cli",
            "Contents/MacOS/upkeep-window",
            "Contents/app/native/libjnidispatch.jnilib",
            "Contents/app/upkeep.jar",
            "Contents/Resources/upkeep",
            "Contents/runtime/Contents/Home/bin/java",
            "Contents/runtime/Contents/Home/lib/libjli.dylib",
            "Contents/runtime/Contents/Home/lib/server/libjvm.dylib",
            "Contents/runtime/Contents/MacOS/libjli.dylib")) {
      Path file = app.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, name);
      boolean program =
          name.contains("/MacOS/") || name.contains("/bin/") || name.contains("Resources");
      assertThat(file.toFile().setExecutable(program)).isTrue();
    }
    for (String script : List.of("macos/seal.sh", "macos/package.sh", "macos/notarise.sh")) {
      copy("jpackage/" + script);
    }
    copy("jpackage/macos/entitlements.plist");
    Files.writeString(folder.resolve("jpackage/archived.sh"), "echo archived \"$@\" >> said\n");
    Files.createDirectories(folder.resolve("target/packages"));
    Files.createDirectories(folder.resolve("bin"));
    Files.createDirectories(folder.resolve("src/build"));
    standIn("codesign", "echo \"codesign $*\" >> said\n[ \"${REFUSED:-}\" != \"$*\" ]\n");
    standIn(
        "hdiutil",
        """
        echo "hdiutil $*" >> said
        for dmg; do :; done
        [ "$1" != create ] || : > "$dmg"
        """);
    standIn("uname", "[ $# = 0 ] && echo Darwin || echo x86_64\n");
    standIn(
        "xcrun",
        """
        echo "xcrun $*" >> said
        case $* in
          *' submit '*) printf '%s' "$ANSWER" ;;
          *' log '*) echo 'the reasons' ;;
        esac
        """);
  }

  private void copy(String name) throws IOException {
    Path to = folder.resolve(name);
    Files.createDirectories(to.getParent());
    Files.copy(ROOT.resolve(name), to);
  }

  private void standIn(String name, String script) throws IOException {
    Path file = Files.writeString(folder.resolve("bin").resolve(name), "#!/bin/sh\n" + script);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Program program() {
    return Program.in(folder).env("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
  }

  private List<String> said() throws IOException {
    return Files.readAllLines(folder.resolve("said"));
  }

  private int at(String ending) throws IOException {
    List<String> said = said();
    for (int i = 0; i < said.size(); i++) {
      if (said.get(i).endsWith(ending)) {
        return i;
      }
    }
    throw new AssertionError(ending + " is not in " + said);
  }

  private void seal() throws Exception {
    Program.Result result =
        program().run("sh", "jpackage/macos/seal.sh", "target/image/Upkeep.app");
    assertThat(result.exitCode()).as(result.everything()).isZero();
  }

  @Test
  void the_seal_goes_from_the_inside_out_and_is_verified() throws Exception {
    seal();

    String contents = "target/image/Upkeep.app/Contents";
    assertThat(at("Home/lib/server/libjvm.dylib")).isLessThan(at("Home/lib/libjli.dylib"));
    assertThat(at("Home/lib/libjli.dylib")).isLessThan(at(contents + "/runtime"));
    assertThat(at(contents + "/runtime")).isLessThan(at(" target/image/Upkeep.app"));
    assertThat(at("MacOS/upkeep-cli")).isLessThan(at(" target/image/Upkeep.app"));
    // These two are sealed as bundles, and would be whole no more if it were done before.
    assertThat(said()).noneMatch(line -> line.endsWith("/MacOS/Upkeep"));
    assertThat(said()).noneMatch(line -> line.endsWith("runtime/Contents/MacOS/libjli.dylib"));
    assertThat(said().getLast()).startsWith("codesign --verify --deep --strict");
  }

  @Test
  void to_the_keychain_all_launchers_are_one_program() throws Exception {
    seal();

    for (String launcher : List.of("MacOS/upkeep-cli", "MacOS/upkeep-window", "Upkeep.app")) {
      assertThat(said().get(at("/" + launcher))).contains("--identifier dev.upkeep.upkeep");
    }
  }

  @Test
  void one_file_that_cannot_be_sealed_ends_it() throws Exception {
    Program.Result result =
        program()
            .env(
                "REFUSED",
                "--force --sign - target/image/Upkeep.app/Contents/runtime/Contents/Home/lib/server/libjvm.dylib")
            .run("sh", "jpackage/macos/seal.sh", "target/image/Upkeep.app");

    assertThat(result.exitCode()).isNotZero();
    assertThat(said()).noneMatch(line -> line.contains("--verify"));
  }

  @Test
  void the_image_has_what_was_sealed_with_its_times_and_a_way_to_the_applications()
      throws Exception {
    Path jar = app.resolve("Contents/app/upkeep.jar");
    Files.setLastModifiedTime(jar, FileTime.from(BORN));

    Program.Result result = pack("");

    assertThat(result.exitCode()).as(result.everything()).isZero();
    Path stage = folder.resolve("target/package-work/dmg");
    assertThat(Files.getLastModifiedTime(stage.resolve("Upkeep.app/Contents/app/upkeep.jar")))
        .isEqualTo(FileTime.from(BORN));
    assertThat(Files.readSymbolicLink(stage.resolve("Applications"))).hasToString("/Applications");
    assertThat(at("archived target/package-work/dmg/Upkeep.app/Contents/MacOS/Upkeep"))
        .isBetween(
            at("codesign --verify --deep --strict --verbose=2 target/image/Upkeep.app"),
            at("-ov target/packages/upkeep-0.1.0-macos-x64.dmg"));
    assertThat(said().getLast()).startsWith("hdiutil verify");
    assertThat(Files.readString(ROOT.resolve("jpackage/macos/package.sh")))
        .doesNotContain("bin/jpackage");
  }

  private Program.Result pack(String answer) throws InterruptedException {
    Program program = program().env("ANSWER", answer);
    if (!answer.isEmpty()) {
      program
          .env("UPKEEP_MAC_IDENTITY", "Developer ID Application: A")
          .env("UPKEEP_MAC_NOTARY", "p");
    }
    return program.run("sh", "-eu", "-c", "version=0.1.0; . jpackage/macos/package.sh");
  }

  @Test
  void what_the_notary_takes_gets_its_ticket() throws Exception {
    Program.Result result = pack("{\"status\":\"Accepted\",\"id\":\"7-8\",\"message\":\"done\"}");

    assertThat(result.exitCode()).as(result.everything()).isZero();
    assertThat(said().getLast()).startsWith("xcrun stapler staple");
    assertThat(said()).anyMatch(line -> line.contains("--options runtime --entitlements"));
  }

  @Test
  void what_the_notary_refuses_is_no_package_and_says_why() throws Exception {
    // notarytool succeeds all the same.
    Program.Result result = pack("{\n  \"id\" : \"7-8\",\n  \"status\" : \"Invalid\"\n}");

    assertThat(result.exitCode()).isNotZero();
    assertThat(result.err()).contains("the notary says: Invalid", "the reasons");
    assertThat(said()).anyMatch(line -> line.startsWith("xcrun notarytool log 7-8"));
    assertThat(said()).noneMatch(line -> line.contains("stapler"));
  }

  @Test
  void the_command_line_finds_its_program_behind_links() throws Exception {
    Path real = app.resolve("Contents/Resources/upkeep");
    Files.copy(
        ROOT.resolve("jpackage/macos/upkeep.sh"),
        real,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(real.toFile().setExecutable(true)).isTrue();
    Files.writeString(app.resolve("Contents/MacOS/upkeep-cli"), "#!/bin/sh\necho \"$0 $*\"\n");
    Files.createDirectories(folder.resolve("usr/local"));
    Files.createSymbolicLink(
        folder.resolve("usr/first"),
        Path.of("../target/image/Upkeep.app/Contents/Resources/upkeep"));
    Files.createSymbolicLink(folder.resolve("usr/local/upkeep"), folder.resolve("usr/first"));

    Program.Result result =
        Program.in(folder).run(folder.resolve("usr/local/upkeep").toString(), "list", "a b");

    assertThat(result.out())
        .isEqualTo(app.toRealPath().resolve("Contents/MacOS/upkeep-cli") + " list a b\n");
  }

  @Test
  void the_bundle_is_kept_awake_and_out_of_the_dock() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    Document plist =
        factory.newDocumentBuilder().parse(ROOT.resolve("jpackage/macos/Info.plist").toFile());

    for (String key : List.of("LSUIElement", "NSAppSleepDisabled")) {
      assertThat(valueOf(plist, key)).as(key).isEqualTo("true");
    }
  }

  private static String valueOf(Document plist, String key) {
    var keys = plist.getElementsByTagName("key");
    for (int i = 0; i < keys.getLength(); i++) {
      if (keys.item(i).getTextContent().equals(key)) {
        Node value = keys.item(i).getNextSibling();
        while (value.getNodeType() != Node.ELEMENT_NODE) {
          value = value.getNextSibling();
        }
        return value.getNodeName();
      }
    }
    return "";
  }
}
