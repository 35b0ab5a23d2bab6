package dev.upkeep.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

  /// The files that hold what goes along with each library, by its name: `index.tsv` of a folder.
  static Map<String, List<String>> index(Path folder) throws IOException {
    Map<String, List<String>> files = new TreeMap<>();
    for (String line : Files.readAllLines(folder.resolve("index.tsv"))) {
      String[] fields = line.split("\t", -1);
      if (fields.length == 3 && !line.startsWith("#")) {
        files.put(fields[0], List.of(fields[2].split(" ", -1)));
      }
    }
    return files;
  }

  /// Which texts are not there, a sentence each. Those of the runtime are linked into it.
  ///
  /// @param libraries by the names that the index has
  static List<String> missing(Collection<String> libraries, Path folder) throws IOException {
    Map<String, List<String>> index = index(folder);
    List<String> problems = new ArrayList<>();
    for (String library : new TreeSet<>(libraries)) {
      List<String> files = index.getOrDefault(library, List.of());
      if (files.isEmpty()) {
        problems.add("%s has no line in %s".formatted(library, folder.resolve("index.tsv")));
      }
      for (String file : files) {
        Path text = folder.resolve(file);
        if (!file.startsWith("runtime/") && (!Files.exists(text) || Files.size(text) == 0)) {
          problems.add("%s ships without its licence: %s".formatted(library, text));
        }
      }
    }
    return problems;
  }

  /// The names of what an SBOM lists.
  static List<String> names(String sbom) throws IOException {
    List<String> names = new ArrayList<>();
    for (JsonNode component : new ObjectMapper().readTree(sbom).path("components")) {
      names.add(component.path("name").asText());
    }
    return names;
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
