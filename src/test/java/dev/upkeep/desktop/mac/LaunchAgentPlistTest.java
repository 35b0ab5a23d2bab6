package dev.upkeep.desktop.mac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

final class LaunchAgentPlistTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/Applications/Upkeep.app/Contents/MacOS/Upkeep",
        "/Users/Zoë/A & B <c> \"d\" 'e' ]]> 日本 🐤/Upkeep",
        "/a/ blanks  /&amp;/%s/$HOME/back\\slash/Upkeep"
      })
  void any_xml_parser_reads_what_was_meant(String program) throws Exception {
    String text = LaunchAgentPlist.text("dev.upkeep.agent", List.of(program, "agent"));

    DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    parser.setEntityResolver((_, _) -> new InputSource(new StringReader("")));
    Document document = parser.parse(new InputSource(new StringReader(text)));

    assertThat(texts(document, "key"))
        .containsExactly(
            "Label",
            "ProgramArguments",
            "RunAtLoad",
            "KeepAlive",
            "ProcessType",
            "LimitLoadToSessionType",
            "AssociatedBundleIdentifiers");
    assertThat(texts(document, "string"))
        .containsExactly(
            "dev.upkeep.agent", program, "agent", "Interactive", "Aqua", "dev.upkeep.upkeep");
    assertThat(LaunchAgentPlist.parse(text))
        .contains(new LaunchAgentPlist(List.of(program, "agent"), true));
  }

  private static List<String> texts(Document document, String element) {
    NodeList nodes = document.getElementsByTagName(element);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> nodes.item(i).getTextContent())
        .toList();
  }

  @Test
  void what_others_have_added_does_not_confuse_it() {
    assertThat(
            LaunchAgentPlist.parse(
                """
                <?xml version="1.0"?>
                <!DOCTYPE plist [<!ENTITY e SYSTEM "file:///etc/passwd">]>
                <plist version="1.0"><dict>
                  <key>EnvironmentVariables</key>
                  <dict><key>ProgramArguments</key><string>nested</string></dict>
                  <key>ProgramArguments</key><array><string>a</string><string>b c</string></array>
                  <key>RunAtLoad</key><true/>
                  <key>StartInterval</key><integer>5</integer>
                </dict></plist>
                """))
        .contains(new LaunchAgentPlist(List.of("a", "b c"), true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bplist00", "<plist>", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;"})
  void what_is_no_such_file_is_none(String text) {
    assertThat(LaunchAgentPlist.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      delimiter = '|',
      value = {
        "\"dev.upkeep.agent\" => disabled      | true",
        "\"dev.upkeep.agent\" => true          | true",
        "\"dev.upkeep.agent\" => enabled       | false",
        "\"dev.upkeep.agent\" => false         | false",
        "\"dev.upkeep.agent.work\" => disabled | false",
        "\"dev-upkeep-agent\" => disabled      | false",
        "dev.upkeep.agent disabled             | false",
      })
  void launchctl_tells_what_is_switched_off(String line, boolean disabled) {
    String printed =
        "\n\tdisabled services = {\n\t\t\"com.apple.Siri\" => disabled\n\t\t" + line + "\n\t}\n";

    assertThat(Launchctl.isDisabled("dev.upkeep.agent", printed)).isEqualTo(disabled);
  }
}
