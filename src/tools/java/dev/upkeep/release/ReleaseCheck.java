package dev.upkeep.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `make release-check`: whether a tag would make a release, before it is pushed.
public final class ReleaseCheck {
  private static final Pattern TAG = Pattern.compile("v(\\d+\\.\\d+\\.\\d+)");

  private final Path root;
  private final String tag;
  private final LocalDate today;

  /// Nothing is read or run yet.
  ///
  /// @param root of the sources
  /// @param tag that is to be made
  /// @param today by which machines end and dates lie ahead
  ReleaseCheck(Path root, String tag, LocalDate today) {
    this.root = root;
    this.tag = tag;
    this.today = today;
  }

  /// Says what it found, and ends with 1 if something is in the way.
  ///
  /// @param args the tag
  public static void main(String[] args) throws IOException, InterruptedException {
    String tag = args.length == 0 ? "" : args[0];
    boolean ready = true;
    Map<String, List<String>> all =
        new ReleaseCheck(Path.of(""), tag, LocalDate.now(ZoneOffset.UTC)).everything();
    for (Map.Entry<String, List<String>> part : all.entrySet()) {
      ready &= part.getValue().isEmpty();
      System.out.println((part.getValue().isEmpty() ? "ok: " : "FAILED: ") + part.getKey());
      part.getValue().forEach(problem -> System.out.println("    " + problem));
    }
    System.exit(ready ? 0 : 1);
  }

  /// What is in the way, by what was looked at; nothing where all is well.
  Map<String, List<String>> everything() throws IOException, InterruptedException {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("the tag is the version", version());
    all.put("the changelog tells of it", changelog());
    all.put("what is committed is all there is", tree());
    all.put("its machines and actions are alive", alive());
    all.put("everything that ships has a licence that was read", licences());
    all.put("it says who publishes it", placeholders());
    return all;
  }

  private String number() {
    Matcher matcher = TAG.matcher(tag);
    return matcher.matches() ? matcher.group(1) : "";
  }

  private String pom() throws IOException {
    return Files.readString(root.resolve("pom.xml"));
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static String element(String name, String text) {
    return first(Pattern.compile("<" + Pattern.quote(name) + ">(.*?)</"), text);
  }

  private List<String> version() throws IOException {
    if (number().isEmpty()) {
      return List.of("a tag is of the form v1.2.3: make release-check TAG=v1.2.3");
    }
    String version = first(Pattern.compile("(?m)^  <version>(.*)</version>"), pom());
    return version.equals(number()) ? List.of() : List.of("pom.xml has the version " + version);
  }

  private List<String> changelog() throws IOException, InterruptedException {
    Run notes = run("sh", "src/build/notes.sh", number());
    if (notes.status() != 0) {
      return List.of(notes.output().strip());
    }
    String date =
        first(
            Pattern.compile("(?m)^## \\[" + Pattern.quote(number()) + "] - (.*)$"),
            Files.readString(root.resolve("CHANGELOG.md")));
    try {
      return LocalDate.parse(date).isAfter(today)
          ? List.of("its day lies ahead: " + date)
          : List.of();
    } catch (DateTimeParseException e) {
      return List.of("its heading wants the day of the release, and has: " + date);
    }
  }

  private List<String> tree() throws IOException, InterruptedException {
    List<String> problems = new ArrayList<>();
    Run status = run("git", "status", "--porcelain");
    if (status.status() != 0) {
      problems.add(status.output().strip());
    }
    status.output().lines().limit(10).forEach(line -> problems.add("not committed: " + line));
    Run tagged = run("git", "rev-parse", "--quiet", "--verify", "refs/tags/" + tag + "^{commit}");
    Run head = run("git", "rev-parse", "HEAD");
    if (tagged.status() == 0 && !tagged.output().equals(head.output())) {
      problems.add(tag + " is another commit already");
    }
    return problems;
  }

  private List<String> alive() throws IOException {
    return Runners.read(root.resolve("src/build/runners.tsv")).problems(Workflow.all(root), today);
  }

  private List<String> licences() throws IOException {
    Path sbom = root.resolve("target/upkeep-sbom.json");
    if (!Files.exists(sbom)) {
      return List.of("there is no " + sbom + ": make sbom");
    }
    List<String> problems =
        new ArrayList<>(
            Licences.problems(
                Files.readString(sbom), Licences.read(root.resolve("src/build/licences.tsv"))));
    problems.addAll(
        Licences.missing(
            Licences.names(Files.readString(sbom)), root.resolve("jpackage/licences")));
    if (!Files.exists(root.resolve("LICENSE"))) {
      problems.add("there is no LICENSE of Upkeep itself");
    }
    return problems;
  }

  private List<String> placeholders() throws IOException {
    List<String> problems = new ArrayList<>();
    String repository = element("upkeep.repository", pom());
    if (!repository.matches("[A-Za-z0-9-]+/[A-Za-z0-9._-]+") || repository.startsWith("OWNER/")) {
      problems.add("upkeep.repository in pom.xml is " + repository);
    }
    String maintainer = element("upkeep.maintainer", pom());
    if (!maintainer.matches(".+ &lt;[^@ ]+@[^@ ]+\\.[^@ ]+&gt;")) {
      problems.add("upkeep.maintainer in pom.xml is " + maintainer);
    }
    return problems;
  }

  private record Run(int status, String output) {}

  private Run run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(root.toAbsolutePath().toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }
}
