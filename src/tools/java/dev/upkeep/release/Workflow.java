package dev.upkeep.release;

import com.fasterxml.jackson.databind.JsonNode;
import dev.upkeep.testing.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a workflow, or an action of our own, leans on: the labels of its machines, the actions of
/// others, and what an action itself runs on.
///
/// @param name of its file
/// @param labels of the machines that it asks for; one that cannot be known stays an expression
/// @param actions each with the tag that is written beside its commit
/// @param runtimes of an action of our own; none for a workflow
record Workflow(String name, Set<String> labels, Set<Pinned> actions, Set<String> runtimes) {
  /// An action of others as it is asked for.
  ///
  /// @param action the owner's name, the action's, and the commit
  /// @param tag the comment behind it; empty where there is none
  record Pinned(String action, String tag) {}

  private static final Pattern MATRIX = Pattern.compile("\\$\\{\\{ *matrix\\.([\\w-]+) *}}");
  private static final Pattern USES =
      Pattern.compile("(?m)^ *(?:- )?uses: *['\"]?([^\\s'\"#]+)['\"]? *(?:# *(\\S+))?");

  /// Every workflow of this repository, and its action.
  static List<Workflow> all(Path root) throws IOException {
    List<Workflow> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(root.resolve(".github/workflows"))) {
      for (Path file : files.sorted().toList()) {
        all.add(read(file.getFileName().toString(), Files.readString(file)));
      }
    }
    all.add(read("action.yml", Files.readString(root.resolve("action.yml"))));
    return all;
  }

  static Workflow read(String name, String text) {
    JsonNode document = Yaml.document(text);
    Set<String> labels = new LinkedHashSet<>();
    for (JsonNode job : document.at("/jobs")) {
      labels.addAll(labels(job));
    }
    Set<Pinned> actions = new LinkedHashSet<>();
    Matcher uses = USES.matcher(text);
    while (uses.find()) {
      // What begins with a dot is of this repository, and read by itself.
      if (!uses.group(1).startsWith("./")) {
        actions.add(new Pinned(uses.group(1), uses.group(2) == null ? "" : uses.group(2)));
      }
    }
    JsonNode using = document.at("/runs/using");
    return new Workflow(
        name, labels, actions, using.isMissingNode() ? Set.of() : Set.of(using.asText()));
  }

  private static List<String> labels(JsonNode job) {
    List<String> labels = new ArrayList<>();
    for (String asked : texts(job.path("runs-on"))) {
      Matcher matrix = MATRIX.matcher(asked);
      if (matrix.matches()) {
        JsonNode strategy = job.at("/strategy/matrix");
        List<String> here = new ArrayList<>(texts(strategy.path(matrix.group(1))));
        strategy.path("include").forEach(row -> here.addAll(texts(row.path(matrix.group(1)))));
        labels.addAll(here.isEmpty() ? List.of(asked) : here);
      } else {
        labels.add(asked);
      }
    }
    return labels;
  }

  private static List<String> texts(JsonNode node) {
    if (node.isMissingNode()) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(text -> texts.add(text.asText()));
    } else {
      texts.add(node.asText());
    }
    return texts;
  }
}
