package dev.upkeep.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.upkeep.testing.Program;
import dev.upkeep.testing.Shell;
import dev.upkeep.testing.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What winget and Homebrew are told of a release, and what its notes say of what is missing.
@DisabledOnOs(OS.WINDOWS)
final class ManifestsTest {
  private static final String MSI = "upkeep-1.2.3-windows-x64.msi";
  private static final String ARM = "upkeep-1.2.3-macos-arm64.dmg";
  private static final String INTEL = "upkeep-1.2.3-macos-x64.dmg";

  @TempDir private Path folder;

  private static String script(String name) {
    return Path.of("jpackage/channels", name).toAbsolutePath().toString();
  }

  /// The checksum of the first file is all a, of the second all b.
  private Program.Result manifests(String version, String... files) throws Exception {
    StringBuilder sums = new StringBuilder();
    for (int n = 0; n < files.length; n++) {
      sums.append(Integer.toHexString(10 + n).repeat(64))
          .append("  ")
          .append(files[n])
          .append('\n');
    }
    Files.writeString(folder.resolve("SHA256SUMS"), sums);
    return Program.in(folder).run("sh", script("manifests.sh"), version, "SHA256SUMS", "channels");
  }

  private Path channels() {
    return folder.resolve("channels");
  }

  private JsonNode winget(String part) throws IOException {
    Path place = channels().resolve("winget/manifests/u/Upkeep/Upkeep/1.2.3");
    return Yaml.document(Files.readString(place.resolve("Upkeep.Upkeep" + part + ".yaml")));
  }

  @Test
  void winget_is_told_where_the_installer_is_and_what_it_must_be() throws Exception {
    assertThat(manifests("1.2.3", MSI, ARM, INTEL).exitCode()).isZero();

    assertThat(winget("").at("/DefaultLocale").asText()).isEqualTo("en-US");
    JsonNode installer = winget(".installer");
    assertThat(installer.at("/PackageIdentifier").asText()).isEqualTo("Upkeep.Upkeep");
    assertThat(installer.at("/PackageVersion").asText()).isEqualTo("1.2.3");
    assertThat(installer.at("/Installers")).hasSize(1);
    assertThat(installer.at("/Installers/0/InstallerSha256").asText()).isEqualTo("A".repeat(64));
    assertThat(installer.at("/Installers/0/InstallerUrl").asText())
        .startsWith("https://github.com/")
        .endsWith("/releases/download/v1.2.3/" + MSI);
    assertThat(winget(".locale.en-US").at("/License").asText()).isEqualTo("Apache-2.0");
  }

  /// By it winget knows what is installed.
  @Test
  void winget_has_the_code_that_the_installer_has() throws Exception {
    manifests("1.2.3", MSI);

    String code = winget(".installer").at("/AppsAndFeaturesEntries/0/UpgradeCode").asText();
    assertThat(Path.of("jpackage/windows/package.sh"))
        .content()
        .containsIgnoringCase("--win-upgrade-uuid " + code.replaceAll("[{}]", ""));
  }

  @Test
  void homebrew_has_a_cask_for_both_macs_while_there_are_both() throws Exception {
    manifests("1.2.3", MSI, ARM, INTEL);

    assertThat(channels().resolve("homebrew/upkeep.rb"))
        .content()
        .contains(
            "version \"1.2.3\"",
            "sha256 arm:   \"" + "b".repeat(64) + "\"",
            "intel: \"" + "c".repeat(64) + "\"",
            "/releases/download/v#{version}/upkeep-#{version}-macos-#{arch}.dmg");
    rubyReadsIt();
  }

  @Test
  void homebrew_has_one_for_apple_silicon_when_intel_is_gone() throws Exception {
    manifests("1.2.3", ARM);

    assertThat(channels().resolve("homebrew/upkeep.rb"))
        .content()
        .contains("sha256 \"" + "a".repeat(64) + "\"", "depends_on arch: :arm64", "macos-arm64.dmg")
        .doesNotContain("intel");
    rubyReadsIt();
  }

  private void rubyReadsIt() throws Exception {
    if (Shell.has("ruby")) {
      Program.Result read = Program.in(folder).run("ruby", "-c", "channels/homebrew/upkeep.rb");
      assertThat(read.exitCode()).as(read.everything()).isZero();
    }
  }

  @Test
  void nothing_is_made_of_what_is_not_there() throws Exception {
    Program.Result result = manifests("1.2.3", "upkeep-1.2.3-windows-x64.msi.asc");

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).contains("nothing for winget", "nothing for Homebrew");
    assertThat(channels()).doesNotExist();
  }

  @Test
  void what_is_not_a_version_is_refused() throws Exception {
    assertThat(manifests("1.2.3/../..", MSI).exitCode()).isEqualTo(2);
    assertThat(channels()).doesNotExist();
  }

  @Test
  void notes_say_for_which_systems_there_is_no_package() throws Exception {
    List<String> all =
        List.of(
            "upkeep_1.2.3_amd64.deb",
            "upkeep_1.2.3_arm64.deb",
            "upkeep-1.2.3-1.x86_64.rpm",
            "upkeep-1.2.3-1.aarch64.rpm",
            "upkeep-1.2.3-linux-amd64.tar.gz",
            "upkeep-1.2.3-linux-arm64.tar.gz",
            MSI,
            ARM,
            INTEL);
    for (String file : all) {
      Files.createFile(folder.resolve(file));
    }
    assertThat(missing()).isEmpty();

    Files.delete(folder.resolve(INTEL));
    assertThat(missing()).contains("### Not in this release", "- macOS, Intel (`" + INTEL + "`)");
    assertThat(missing().lines().filter(line -> line.startsWith("- "))).hasSize(1);
  }

  private String missing() throws Exception {
    return Program.in(folder).run("sh", script("missing.sh"), "1.2.3", folder.toString()).out();
  }
}
