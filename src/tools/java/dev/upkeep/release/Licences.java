package dev.upkeep.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Whether everything that ships may be given away: each part of the SBOM has a licence that
/// somebody has read. Of several that a part offers, one is enough.
final class Licences {
  private Licences() {}

  /// The licences that were read, by the name that an SBOM has for them: the first field of each
  /// line of `src/build/licences.tsv`.
  static Set<String> read(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\t", 2)[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// What is wrong with the parts of an SBOM in CycloneDX, a sentence each.
  static List<String> problems(String sbom, Set<String> read) throws IOException {
    JsonNode components = new ObjectMapper().readTree(sbom).path("components");
    List<String> problems = new ArrayList<>();
    if (components.isEmpty()) {
      problems.add("the SBOM names nothing that ships");
    }
    for (JsonNode component : components) {
      List<String> offered = new ArrayList<>();
      for (JsonNode choice : component.path("licenses")) {
        JsonNode licence = choice.path("license");
        offered.add(
            choice
                .path("expression")
                .asText(licence.path("id").asText(licence.path("name").asText())));
      }
      if (offered.stream().noneMatch(read::contains)) {
        problems.add(
            "%s is under %s, which nobody has read"
                .formatted(
                    component.path("name").asText(),
                    offered.isEmpty() ? "no licence" : String.join(" or ", offered)));
      }
    }
    return problems;
  }
}
