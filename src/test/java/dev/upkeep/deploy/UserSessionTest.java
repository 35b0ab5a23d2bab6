package dev.upkeep.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.testing.HostileNames;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/// What runs as the user who keeps the databases: launchd's and Windows' files, read by an XML
/// parser and held against their documented form. Neither has been run by its own system.
final class UserSessionTest {
  private static final String ID = "0f9f3c1e-6b0c-4a52-9d7e-000000000001";

  private static Database database(String name, UUID id, Duration interval) {
    return Database.of(id, name, new Endpoint.Redis("h.example.net", 6379, Optional.empty(), true))
        .edit()
        .interval(Optional.of(interval))
        .done();
  }

  private static List<GeneratedFile> files(Engine engine, Database... databases) {
    return Deployment.of(
            engine,
            Stream.of(databases).map(d -> new DeployedDatabase(d, Optional.empty())).toList(),
            Duration.ofHours(6),
            Parameters.DEFAULT)
        .files();
  }

  private static Document parse(GeneratedFile file) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(file.bytes()));
  }

  private static List<String> texts(Document document, String element) {
    NodeList found = document.getElementsByTagName(element);
    List<String> texts = new ArrayList<>();
    for (int n = 0; n < found.getLength(); n++) {
      texts.add(found.item(n).getTextContent());
    }
    return texts;
  }

  private static List<String> children(Node parent) {
    List<String> names = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        names.add(element.getTagName());
      }
    }
    return names;
  }

  @Test
  void a_task_of_windows_is_utf_16_with_a_mark_and_has_the_elements_in_the_schemas_order()
      throws Exception {
    Database shop = database("shop", UUID.fromString(ID), Duration.ofHours(6));
    GeneratedFile file = files(Engine.TASK_SCHEDULER, shop).getFirst();

    assertThat(file.bytes()).startsWith(0xFF, 0xFE, '<', 0);
    assertThat(file.text().replace("\r\n", "")).doesNotContain("\n");
    Document task = parse(file);
    assertThat(task.getDocumentElement().getAttribute("xmlns"))
        .isEqualTo("http://schemas.microsoft.com/windows/2004/02/mit/task");
    assertThat(children(task.getDocumentElement()))
        .containsExactly("RegistrationInfo", "Triggers", "Principals", "Settings", "Actions");
    assertThat(children(task.getElementsByTagName("CalendarTrigger").item(0)))
        .containsExactly("Repetition", "StartBoundary", "Enabled", "ScheduleByDay");
    assertThat(texts(task, "LogonType")).containsExactly("InteractiveToken");
    assertThat(texts(task, "Arguments")).containsExactly("ping " + ID);
    assertThat(texts(task, "Interval")).containsExactly("PT6H");
  }

  @ParameterizedTest
  @CsvSource({"PT1M,0", "PT15M,4", "PT1H,1", "PT6H,4", "P1D,1", "P10D,4"})
  void launchd_is_told_every_moment(Duration interval, int moments) throws Exception {
    Database shop = database("shop", UUID.fromString(ID), interval);
    Document plist = parse(files(Engine.LAUNCHD, shop).getFirst());

    assertThat(texts(plist, "string")).contains("ping", ID).doesNotContain("shop");
    List<String> keys = texts(plist, "key");
    assertThat(keys).contains("Label", "ProgramArguments", "StartCalendarInterval");
    assertThat(keys.stream().filter("Minute"::equals)).hasSize(moments == 0 ? 60 : moments);
    assertThat(keys.contains("Day")).isEqualTo(interval.toDays() > 1);
    assertThat(texts(plist, "integer"))
        .allSatisfy(n -> assertThat(Integer.parseInt(n)).isBetween(0, 59));
  }

  @ParameterizedTest
  @CsvSource({"LAUNCHD", "TASK_SCHEDULER"})
  void no_name_gets_into_a_command_or_out_of_a_comment(Engine engine) throws Exception {
    Database[] hostile =
        Stream.concat(HostileNames.all(), Stream.of("-->", "a--", "-", "]]>"))
            .map(name -> database(name, UUID.randomUUID(), Duration.ofHours(6)))
            .toArray(Database[]::new);

    for (GeneratedFile file : files(engine, hostile)) {
      Document document = parse(file);
      List<String> words =
          engine == Engine.LAUNCHD ? texts(document, "string") : texts(document, "Arguments");
      for (Database database : hostile) {
        assertThat(String.join(" ", words)).contains(database.id().toString());
      }
      assertThat(String.join(" ", words).replaceAll("[0-9a-f-]{36}", ""))
          .matches("[A-Za-z0-9 ./_-]*");
      assertThat(new String(file.bytes(), file.encoding())).isNotEmpty();
      assertThat(file.encoding())
          .isEqualTo(engine == Engine.LAUNCHD ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16LE);
    }
  }
}
