package dev.upkeep.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// With a small repository of its own, in which everything is as it should be until a test breaks
/// one thing.
@DisabledOnOs(OS.WINDOWS)
final class ReleaseCheckTest {
  private static final LocalDate TODAY = LocalDate.parse("2027-01-10");
  private static final String COMMIT = "a".repeat(40);
  private static final String VERSION = "the tag is the version";
  private static final String CHANGELOG = "the changelog tells of it";
  private static final String TREE = "what is committed is all there is";
  private static final String ALIVE = "its machines and actions are alive";
  private static final String LICENCES = "everything that ships has a licence that was read";
  private static final String PUBLISHER = "it says who publishes it";

  @TempDir private Path root;

  @BeforeEach
  void ready() throws Exception {
    write(
        "pom.xml",
        """
        <project>
          <version>1.2.3</version>
            <upkeep.repository>somebody/upkeep</upkeep.repository>
            <upkeep.maintainer>Some Body &lt;some@body.example&gt;</upkeep.maintainer>
        </project>
        """);
    write("CHANGELOG.md", "# Changelog\n\n## [1.2.3] - 2027-01-10\n\n### Added\n\n- This.\n");
    write("LICENSE", "a licence");
    write(".gitignore", "/target/\n");
    write(
        ".github/workflows/release.yml",
        "jobs:\n  a:\n    runs-on: new\n    steps:\n      - uses: a/b@" + COMMIT + " # v1\n");
    write("action.yml", "runs:\n  using: composite\n");
    write(
        "src/build/runners.tsv",
        """
        label	new	2027-04-01	announced
        runtime	node24	2028-04-30	expected
        runtime	composite	never	ours
        action	a/b@%s	node24	v1, looked up
        """
            .formatted(COMMIT));
    write("src/build/licences.tsv", "# read\nApache-2.0\tas ours\n");
    write("jpackage/licences/index.tsv", "# texts\none\tApache-2.0\tApache-2.0.txt\n");
    write("jpackage/licences/Apache-2.0.txt", "its text");
    write("src/build/notes.sh", Files.readString(Path.of("src/build/notes.sh")));
    write(
        "target/upkeep-sbom.json",
        """
        {"components": [{"name": "one", "licenses": [{"license": {"id": "Apache-2.0"}}]}]}
        """);
    git("init", "--quiet", "--initial-branch=main");
    commit();
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }

  private void replace(String name, String before, String after) throws IOException {
    String text = Files.readString(root.resolve(name));
    assertThat(text).contains(before);
    write(name, text.replace(before, after));
  }

  private void git(String... arguments) throws Exception {
    String[] command = new String[arguments.length + 5];
    command[0] = "git";
    command[1] = "-c";
    command[2] = "user.name=A";
    command[3] = "-c";
    command[4] = "user.email=a@b.example";
    System.arraycopy(arguments, 0, command, 5, arguments.length);
    Program.Result result =
        Program.in(Files.createDirectories(root.resolve("target")))
            .env("GIT_DIR", root.resolve(".git").toString())
            .env("GIT_WORK_TREE", root.toString())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .run(command);
    assertThat(result.exitCode()).as(result.everything()).isZero();
  }

  private void commit() throws Exception {
    git("add", "--all", root.toString());
    git("commit", "--quiet", "--allow-empty", "--message=All");
  }

  private Map<String, List<String>> check(String tag) throws Exception {
    return new ReleaseCheck(root, tag, TODAY).everything();
  }

  /// That this and nothing else is in the way of a tag.
  private void refused(String tag, String what, String... words) throws Exception {
    Map<String, List<String>> all = check(tag);

    assertThat(all.getOrDefault(what, List.of()))
        .as(all.toString())
        .singleElement()
        .asString()
        .contains(words);
    all.remove(what);
    assertThat(all.values()).allSatisfy(problems -> assertThat(problems).isEmpty());
  }

  @Test
  void nothing_is_in_the_way_when_all_is_well() throws Exception {
    assertThat(check("v1.2.3"))
        .containsOnlyKeys(VERSION, CHANGELOG, TREE, ALIVE, LICENCES, PUBLISHER)
        .allSatisfy((_, problems) -> assertThat(problems).isEmpty());
  }

  @Test
  void a_library_without_the_text_of_its_licence_is_refused() throws Exception {
    Files.delete(root.resolve("jpackage/licences/Apache-2.0.txt"));
    commit();
    refused("v1.2.3", LICENCES, "one ships without its licence", "Apache-2.0.txt");

    write("jpackage/licences/index.tsv", "# texts\nanother\tMIT\tmit.txt\n");
    commit();
    refused("v1.2.3", LICENCES, "one has no line in");
  }

  @Test
  void a_tag_that_exists_may_be_this_commit_and_no_other() throws Exception {
    git("tag", "v1.2.3");
    assertThat(check("v1.2.3").get(TREE)).isEmpty();

    commit();
    refused("v1.2.3", TREE, "v1.2.3 is another commit already");
  }

  @Test
  void a_tag_of_another_form_is_refused() throws Exception {
    for (String tag : new String[] {"", "1.2.3", "v1.2", "v1.2.3-rc1", "v1.2.3 "}) {
      assertThat(check(tag).getOrDefault(VERSION, List.of()).toString())
          .contains("of the form v1.2.3");
    }
  }

  @Test
  void another_version_is_refused() throws Exception {
    replace("pom.xml", "<version>1.2.3<", "<version>1.2.3-SNAPSHOT<");
    commit();

    refused("v1.2.3", VERSION, "1.2.3-SNAPSHOT");
  }

  @Test
  void a_changelog_without_the_version_is_refused() throws Exception {
    replace("CHANGELOG.md", "[1.2.3]", "[1.2.30]");
    commit();

    refused("v1.2.3", CHANGELOG, "says nothing of 1.2.3");
  }

  @Test
  void a_section_without_a_day_or_with_one_that_lies_ahead_is_refused() throws Exception {
    replace("CHANGELOG.md", "2027-01-10", "unreleased");
    commit();
    refused("v1.2.3", CHANGELOG, "wants the day of the release", "unreleased");

    replace("CHANGELOG.md", "unreleased", "2027-01-11");
    commit();
    refused("v1.2.3", CHANGELOG, "lies ahead");
  }

  @Test
  void what_is_not_committed_is_refused() throws Exception {
    write("new.txt", "new");

    refused("v1.2.3", TREE, "not committed", "new.txt");
  }

  @Test
  void a_machine_that_is_about_to_end_is_refused() throws Exception {
    replace("src/build/runners.tsv", "2027-04-01", "2027-03-01");
    commit();

    refused("v1.2.3", ALIVE, "release.yml: new ends on 2027-03-01");
  }

  @Test
  void a_licence_that_nobody_read_is_refused() throws Exception {
    replace("target/upkeep-sbom.json", "Apache-2.0", "Strange");
    refused("v1.2.3", LICENCES, "one is under Strange");

    replace("target/upkeep-sbom.json", "{\"license\": {\"id\": \"Strange\"}}", "");
    refused("v1.2.3", LICENCES, "one is under no licence");

    write("target/upkeep-sbom.json", "{\"components\": []}");
    refused("v1.2.3", LICENCES, "names nothing");

    Files.delete(root.resolve("target/upkeep-sbom.json"));
    refused("v1.2.3", LICENCES, "make sbom");
  }

  @Test
  void one_of_several_licences_is_enough() throws Exception {
    replace(
        "target/upkeep-sbom.json",
        "[{\"license\"",
        "[{\"license\": {\"name\": \"Strange\"}}, {\"license\"");

    assertThat(check("v1.2.3").get(LICENCES)).isEmpty();
  }

  @Test
  void a_placeholder_for_the_repository_is_refused() throws Exception {
    replace("pom.xml", "somebody/upkeep", "OWNER/upkeep");
    commit();

    refused("v1.2.3", PUBLISHER, "OWNER/upkeep");
  }

  @Test
  void a_placeholder_for_the_maintainer_is_refused() throws Exception {
    replace("pom.xml", "some@body.example", "upkeep@localhost");
    commit();

    refused("v1.2.3", PUBLISHER, "upkeep@localhost");
  }
}
