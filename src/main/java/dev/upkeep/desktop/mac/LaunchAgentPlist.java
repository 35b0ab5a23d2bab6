package dev.upkeep.desktop.mac;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The file of a launch agent; see `man launchd.plist`.
///
/// @param command `ProgramArguments`
/// @param runs whether it runs at login: `RunAtLoad`, and not `Disabled`
record LaunchAgentPlist(List<String> command, boolean runs) {
  private static final String ARRAY = "array";

  LaunchAgentPlist {
    command = List.copyOf(command);
  }

  /// Its text. Never started again by the system: whoever ends Upkeep wants it to end. Interactive,
  /// since macOS slows down what it takes for background work. Its settings show it by the name and
  /// icon of the bundle, and not by whoever signed it.
  static String text(String label, List<String> command) {
    return String.format(
        Locale.ROOT,
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0">
        <dict>
          <key>Label</key>
          <string>%s</string>
          <key>ProgramArguments</key>
          <array>
        %s
          </array>
          <key>RunAtLoad</key>
          <true/>
          <key>KeepAlive</key>
          <false/>
          <key>ProcessType</key>
          <string>Interactive</string>
          <key>LimitLoadToSessionType</key>
          <string>Aqua</string>
          <key>AssociatedBundleIdentifiers</key>
          <string>dev.upkeep.upkeep</string>
        </dict>
        </plist>
        """,
        escaped(label),
        command.stream()
            .map(word -> "    <string>" + escaped(word) + "</string>")
            .collect(Collectors.joining("\n")));
  }

  /// Reads what it needs; empty if this is no property list in XML. Loads nothing that it refers
  /// to.
  static Optional<LaunchAgentPlist> parse(String text) {
    Map<String, List<String>> values = new HashMap<>();
    try {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
      read(xml, values);
    } catch (XMLStreamException notXml) {
      return Optional.empty();
    }
    boolean runs =
        values.getOrDefault("RunAtLoad", List.of()).equals(List.of("true"))
            && !values.getOrDefault("Disabled", List.of()).equals(List.of("true"));
    return Optional.of(
        new LaunchAgentPlist(values.getOrDefault("ProgramArguments", List.of()), runs));
  }

  /// Values of the outermost dictionary by key: the strings of an array, one string, or the name of
  /// any other element.
  private static void read(XMLStreamReader xml, Map<String, List<String>> values)
      throws XMLStreamException {
    String key = "";
    int depth = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
      if (event != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      depth++;
      String name = xml.getLocalName();
      boolean topLevel = depth == 3;
      if (name.equals("key") || name.equals("string")) {
        String text = xml.getElementText();
        depth--;
        if (topLevel && name.equals("key")) {
          key = text;
        } else if (topLevel || depth == 3) {
          values.computeIfAbsent(key, _ -> new ArrayList<>()).add(text);
        }
      } else if (topLevel && !name.equals(ARRAY)) {
        values.computeIfAbsent(key, _ -> new ArrayList<>()).add(name);
      }
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
