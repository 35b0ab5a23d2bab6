package dev.upkeep.database.paste;

import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Secret;
import dev.upkeep.database.paste.ConnectionText.Found;
import dev.upkeep.database.paste.ConnectionText.Reading;
import dev.upkeep.database.paste.ConnectionText.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/// The texts of `forms.txt` and its neighbours, with what is to be read from them.
public final class Forms {
  /// One text.
  ///
  /// @param text has HOST, PORT and the user `me` in it
  /// @param expected a line for each database or problem
  public record Form(String name, String text, List<String> expected) {
    /// The text for another place.
    public String text(String host, String port, String user) {
      return moved(text, host, port, user);
    }

    public List<String> expected(String host, String port, String user) {
      return expected.stream().map(line -> moved(line, host, port, user)).toList();
    }

    private static String moved(String text, String host, String port, String user) {
      return text.replace("HOST_", "\0")
          .replace("_HOST", "\1")
          .replace("PORT_", "\2")
          .replace("_PORT", "\3")
          .replaceAll("\\bHOST\\b(?!['\"] ?(:|=>))", host)
          .replaceAll("\\bPORT\\b(?!['\"] ?(:|=>))", port)
          .replaceAll("\\bme\\b", user)
          .replace("\0", "HOST_")
          .replace("\1", "_HOST")
          .replace("\2", "PORT_")
          .replace("\3", "_PORT");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private Forms() {}

  public static List<Form> all() {
    return Stream.of("forms.txt", "forms-reports.txt", "forms-neighbours.txt")
        .flatMap(file -> in(file).stream())
        .toList();
  }

  private static List<Form> in(String resource) {
    try (InputStream in = Forms.class.getResourceAsStream(resource)) {
      String file = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      List<Form> forms = new ArrayList<>();
      for (String part : file.split("(?m)^<<< ", -1)) {
        int line = part.indexOf('\n');
        int end = part.indexOf("\n>>> ");
        if (end >= 0) {
          List<String> expected =
              part.substring(end)
                  .lines()
                  .filter(l -> l.startsWith(">>> "))
                  .map(l -> l.substring(4))
                  .toList();
          forms.add(new Form(part.substring(0, line), part.substring(line + 1, end), expected));
        }
      }
      return forms;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What was read, a line for each database or problem.
  static List<String> lines(Reading reading) {
    List<String> lines = new ArrayList<>();
    for (Found found : reading.found()) {
      String secret = found.secret().map(Secret::reveal).orElse("");
      String left =
          found.tls() == Tls.SAID ? "" : " " + found.tls().name().toLowerCase(Locale.ROOT);
      lines.add(
          switch (found.endpoint()) {
            case Endpoint.Redis redis ->
                (redis.tls() ? "rediss://" : "redis://")
                    + redis.user().orElse("")
                    + ":"
                    + secret
                    + "@"
                    + redis.hostAndPort()
                    + left;
            case Endpoint.Rest rest -> rest.base() + " " + secret;
          });
    }
    reading.problems().forEach(problem -> lines.add("refused " + problem.kind()));
    return lines;
  }
}
