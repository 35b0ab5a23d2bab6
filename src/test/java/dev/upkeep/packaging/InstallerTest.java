package dev.upkeep.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// The sources of the installer of Windows, by what Windows Installer wants of one for a single
/// user and what WiX builds of it. Only Windows can build it.
final class InstallerTest {
  private static final Path FOLDER = Path.of("jpackage/windows");

  /// Folders of a user that are there whatever anybody installs.
  private static final Set<String> OF_THE_SYSTEM = Set.of("TARGETDIR", "ProgramMenuFolder");

  private static Document xml(String name) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(FOLDER.resolve(name).toFile());
  }

  private static List<Element> all(String tag) throws Exception {
    return all(xml("main.wxs"), tag);
  }

  private static List<Element> all(Document document, String tag) {
    NodeList nodes = document.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static Element one(String tag, Predicate<Element> which) throws Exception {
    List<Element> found = all(tag).stream().filter(which).toList();
    assertThat(found).as(tag).hasSize(1);
    return found.getFirst();
  }

  private static Predicate<Element> is(String attribute, String value) {
    return element -> element.getAttribute(attribute).equals(value);
  }

  @Test
  void every_component_of_a_user_is_known_by_a_key_of_that_user() throws Exception {
    // ICE38 and ICE43: a file, or a shortcut, of one user is nobody's key.
    for (Element component : all("Component")) {
      NodeList values = component.getElementsByTagName("RegistryValue");
      assertThat(values.getLength()).as(component.getAttribute("Id")).isEqualTo(1);
      Element key = (Element) values.item(0);
      assertThat(key.getAttribute("Root")).isEqualTo("HKCU");
      assertThat(key.getAttribute("KeyPath")).isEqualTo("yes");
      assertThat(component.getAttribute("Guid")).matches("[0-9a-f-]{36}");
    }
    assertThat(all("Component").stream().map(one -> one.getAttribute("Guid")))
        .doesNotHaveDuplicates();
  }

  @Test
  void no_folder_is_made_that_nobody_removes() throws Exception {
    // ICE64: jpackage removes the program's folder and those in it, and none above it.
    String script = Files.readString(FOLDER.resolve("package.sh"));
    assertThat(script).containsPattern("--install-dir UpkeepApp \\\\");
    assertThat(all("Directory").stream().map(one -> one.getAttribute("Id")))
        .allMatch(OF_THE_SYSTEM::contains);
    assertThat(all("DirectoryRef").stream().map(one -> one.getAttribute("Id")))
        .containsOnly("INSTALLDIR");
  }

  @Test
  void the_start_menu_has_the_icon_alone_and_jpackage_adds_nothing() throws Exception {
    assertThat(Files.readString(FOLDER.resolve("package.sh")))
        .doesNotContain("--win-menu")
        .doesNotContain("--win-shortcut");
    Element shortcut = one("Shortcut", _ -> true);
    assertThat(shortcut.getAttribute("Directory")).isEqualTo("ProgramMenuFolder");
    assertThat(shortcut.getAttribute("Target")).isEqualTo("[INSTALLDIR]upkeep-tray.exe");
    assertThat(all("ComponentRef").stream().map(ref -> ref.getAttribute("Id")))
        .containsExactlyInAnyOrderElementsOf(
            all("Component").stream().map(one -> one.getAttribute("Id")).toList());
  }

  @Test
  void what_runs_is_ended_before_anything_is_replaced_or_removed() throws Exception {
    Element end = one("CustomAction", is("Id", "EndAll"));
    assertThat(end.getAttribute("ExeCommand"))
        .isEqualTo("\"[INSTALLDIR]upkeep-tray.exe\" stop --everything");
    Element when = one("Custom", is("Action", "EndAll"));
    // There Windows Installer looks which files are in use.
    assertThat(when.getAttribute("Before")).isEqualTo("InstallValidate");
    assertThat(when.getTextContent()).isEqualTo("Installed OR WIX_UPGRADE_DETECTED");
  }

  @Test
  void the_start_at_login_goes_with_the_program_and_outlives_an_upgrade() throws Exception {
    assertThat(one("CustomAction", is("Id", "ForgetLogin")).getAttribute("ExeCommand"))
        .isEqualTo("\"[INSTALLDIR]upkeep-tray.exe\" login-start off --everywhere");
    Element when = one("Custom", is("Action", "ForgetLogin"));
    assertThat(when.getTextContent()).isEqualTo("REMOVE=\"ALL\" AND NOT UPGRADINGPRODUCTCODE");
    // While the program is still there and nothing of it has ended.
    assertThat(when.getAttribute("Before")).isEqualTo("EndAll");
  }

  @Test
  void a_program_that_is_broken_or_gone_keeps_nobody_from_installing() throws Exception {
    assertThat(all("CustomAction")).hasSize(3).allMatch(is("Return", "ignore"));
    assertThat(all("CustomAction"))
        .allSatisfy(action ->
            // Of the folder's, so it is not there before the first installation: then it fails.
            assertThat(action.getAttribute("Directory")).isEqualTo("INSTALLDIR"));
  }

  @Test
  void another_build_of_the_same_version_takes_the_place_of_the_former() throws Exception {
    assertThat(one("MajorUpgrade", _ -> true).getAttribute("AllowSameVersionUpgrades"))
        .isEqualTo("yes");
    assertThat(Files.readString(FOLDER.resolve("package.sh")))
        .contains("${UPKEEP_BUILD:+.$UPKEEP_BUILD}");
    assertThat(Files.readString(Path.of(".github/workflows/release.yml")))
        .contains("UPKEEP_BUILD: ${{ github.run_number }}");
  }

  @Test
  void the_folder_on_the_path_is_the_one_of_the_command_line() throws Exception {
    assertThat(one("Environment", _ -> true).getAttribute("Value")).isEqualTo("[INSTALLDIR]");
    assertThat(Files.readString(FOLDER.resolve("image.sh")))
        .contains("main=Upkeep main_face=cli icon_launcher=upkeep-tray");
  }

  @Test
  void launchers_speak_utf_8() throws Exception {
    Element page = all(xml("utf8.manifest"), "activeCodePage").getFirst();
    assertThat(page.getTextContent()).isEqualTo("UTF-8");
    assertThat(page.getNamespaceURI() == null ? page.getAttribute("xmlns") : page.getNamespaceURI())
        .isEqualTo("http://schemas.microsoft.com/SMI/2019/WindowsSettings");
  }

  @Test
  void files_that_the_command_interpreter_reads_end_lines_as_it_wants() throws Exception {
    assertThat(Files.readString(Path.of(".gitattributes")))
        .contains("*.cmd text eol=crlf\n", "*.bat text eol=crlf\n");
    try (Stream<Path> files = Files.walk(Path.of("jpackage"))) {
      assertThat(files.map(Path::toString).filter(name -> name.matches(".*\\.(cmd|bat)")))
          .isEmpty();
    }
    assertThat(Files.readString(FOLDER.resolve("main.wxs"), StandardCharsets.UTF_8))
        .doesNotContain("\r");
  }
}
