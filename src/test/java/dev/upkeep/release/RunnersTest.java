package dev.upkeep.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class RunnersTest {
  private static final Path ROOT = Path.of("");
  private static final String COMMIT = "a".repeat(40);
  private static final LocalDate END = LocalDate.parse("2027-08-01");

  private static Runners table(String... lines) {
    return Runners.parse(String.join("\n", lines).replace('|', '\t'));
  }

  private static Runners table() {
    return table(
        "# a comment",
        "",
        "label|old|2027-08-01|announced",
        "label|new|2030-01-01|expected",
        "runtime|node20|2026-09-16|announced",
        "runtime|node24|2028-04-30|expected",
        "runtime|composite|never|ours",
        "action|a/new@" + COMMIT + "|node24|v2.0.0, looked up",
        "action|a/old@" + COMMIT + "|node20|v1.0.0, looked up");
  }

  private static List<Workflow> workflow(String text) {
    return List.of(Workflow.read("test.yml", text));
  }

  private static List<Workflow> on(String label) {
    return workflow("jobs: { job: { runs-on: %s } }".formatted(label));
  }

  private static List<Workflow> with(String uses) {
    return workflow(
        """
        jobs:
          job:
            runs-on: new
            steps:
              - uses: %s
        """
            .formatted(uses));
  }

  /// By today's clock: when this fails, a machine or a runtime is about to end. Look up what took
  /// its place, and put that into the workflows and into the table.
  @Test
  void what_the_workflows_lean_on_lives_for_another_two_months() throws IOException {
    Runners table = Runners.read(ROOT.resolve("src/build/runners.tsv"));
    LocalDate today = LocalDate.now(ZoneOffset.UTC);

    assertThat(table.problems(Workflow.all(ROOT), today)).isEmpty();
  }

  /// What `upkeep deploy github-actions` writes runs for years in repositories of others.
  @Test
  void what_is_written_for_others_lives_for_another_year() throws IOException {
    String files =
        Files.readString(ROOT.resolve("src/main/java/dev/upkeep/deploy/GithubFiles.java"));
    Set<String> labels =
        Pattern.compile("runs-on: (\\S+)")
            .matcher(files)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    Workflow written = new Workflow("GithubFiles.java", labels, Set.of(), Set.of());

    assertThat(labels).isNotEmpty();
    assertThat(
            Runners.read(ROOT.resolve("src/build/runners.tsv"))
                .problems(List.of(written), LocalDate.now(ZoneOffset.UTC).plusDays(300)))
        .isEmpty();
  }

  @Test
  void every_workflow_is_read_with_its_machines_and_actions() throws IOException {
    List<Workflow> all = Workflow.all(ROOT);

    assertThat(all).extracting(Workflow::name).contains("release.yml", "test.yml", "action.yml");
    assertThat(all)
        .filteredOn(it -> !it.name().equals("action.yml"))
        .allSatisfy(it -> assertThat(it.labels()).isNotEmpty())
        .allSatisfy(it -> assertThat(it.actions()).isNotEmpty());
    assertThat(all.getLast().runtimes()).containsExactly("composite");
  }

  @Test
  void an_end_is_a_problem_sixty_days_before() {
    assertThat(table().problems(on("old"), END.minusDays(61))).isEmpty();
    assertThat(table().problems(on("old"), END.minusDays(60)))
        .containsExactly("test.yml: old ends on 2027-08-01");
    assertThat(table().problems(on("old"), END.plusDays(1))).hasSize(1);
  }

  @Test
  void a_label_that_nobody_looked_up_is_a_problem() {
    assertThat(table().problems(on("newest"), END))
        .containsExactly("test.yml: the table has no label newest");
  }

  @Test
  void labels_of_a_matrix_count_wherever_they_stand() {
    String text =
        """
        jobs:
          job:
            runs-on: ${{ matrix.os }}
            strategy: { matrix: { os: [new, one], include: [{ os: two, more: 1 }] } }
          other:
            runs-on: [three, four]
        """;

    assertThat(workflow(text).getFirst().labels())
        .containsExactly("new", "one", "two", "three", "four");
  }

  @Test
  void a_label_that_cannot_be_known_is_a_problem() {
    assertThat(table().problems(on("\"${{ inputs.machine }}\""), END)).hasSize(1);
    assertThat(table().problems(on("\"${{ matrix.os }}\""), END)).hasSize(1);
  }

  @Test
  void an_action_is_as_alive_as_its_runtime() {
    LocalDate today = LocalDate.parse("2026-11-30");

    assertThat(table().problems(with("a/new@" + COMMIT + " # v2.0.0"), today)).isEmpty();
    assertThat(table().problems(with("a/old@" + COMMIT + " # v1.0.0"), today))
        .containsExactly("test.yml: a/old@" + COMMIT + " on node20 ends on 2026-09-16");
    assertThat(
            table("runtime|node24|2028-04-30|x", "action|a/b@c|node26|v1,")
                .problems(workflow("steps:\n  - uses: a/b@c # v1\n"), today))
        .containsExactly("test.yml: a/b@c: the table has no runtime node26");
  }

  @Test
  void an_action_by_another_commit_or_another_tag_was_not_looked_up() {
    LocalDate today = LocalDate.parse("2026-11-30");

    assertThat(table().problems(with("a/new@" + "b".repeat(40) + " # v2.0.0"), today)).hasSize(1);
    assertThat(table().problems(with("a/new@v2"), today)).hasSize(1);
    assertThat(table().problems(with("a/new@" + COMMIT + " # v3.0.0"), today))
        .containsExactly("test.yml: a/new@" + COMMIT + " is v2.0.0 in the table, and not v3.0.0");
  }

  /// The workflows of autumn 2025, and the actions that they named.
  @Test
  void the_workflows_before_this_table_could_not_make_a_release() throws IOException {
    Runners table = Runners.read(ROOT.resolve("src/build/runners.tsv"));
    List<Workflow> before =
        workflow(
            """
            jobs:
              packages:
                strategy:
                  matrix:
                    os: [ubuntu-22.04, ubuntu-22.04-arm, windows-2022, windows-11-arm, macos-13, macos-14]
                runs-on: ${{ matrix.os }}
                steps:
                  - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
            """);

    assertThat(table.problems(before, LocalDate.parse("2026-11-30")))
        .containsExactly(
            "test.yml: the table has no label windows-11-arm",
            "test.yml: macos-13 ends on 2025-12-08",
            "test.yml: macos-14 ends on 2026-11-02",
            "test.yml: the table has no action"
                + " actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683");
  }

  @Test
  void a_table_that_is_half_written_is_refused() {
    assertThatThrownBy(() -> table("label|a|2027-08-01")).hasMessageContaining("four fields");
    assertThatThrownBy(() -> table("label|a|2027-08-01| ")).hasMessageContaining("four fields");
    assertThatThrownBy(() -> table("lable|a|2027-08-01|x")).hasMessageContaining("no such kind");
    assertThatThrownBy(() -> table("label|a|soon|x")).hasMessageContaining("soon");
    assertThatThrownBy(() -> table("label|a|2027-08-01|x", "label|a|2027-08-01|x"))
        .hasMessageContaining("twice");
  }
}
