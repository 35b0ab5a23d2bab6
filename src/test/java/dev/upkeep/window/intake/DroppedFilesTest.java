package dev.upkeep.window.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.paste.ConnectionText;
import dev.upkeep.testing.Modes;
import dev.upkeep.testing.Program;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The bounds of a look through a folder. Time has no part in what most of these see, so they wait
/// as long as it takes.
@Timeout(120)
final class DroppedFilesTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir private Path folder;

  private Path write(String path, String host) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "UPSTASH_REDIS_URL=rediss://default:s3cret@" + host + ":6379\n");
  }

  private Gathered gather(Path... dropped) {
    return DroppedFiles.read(new FileSearch(List.of(dropped)), LONG);
  }

  private static List<String> hosts(Gathered gathered) {
    return gathered.pieces().stream()
        .flatMap(piece -> piece.found().stream())
        .map(found -> found.endpoint().host())
        .sorted()
        .toList();
  }

  @Test
  void a_folder_of_projects_gives_each_database_with_its_project() throws Exception {
    write("shop/.env", "shop.upstash.io");
    write("blog/config/prod.env", "blog.upstash.io");
    write("blog/package.json", "none.invalid");
    Files.writeString(folder.resolve("blog/package.json"), "{\"name\": \"blog\"}");

    Gathered gathered = gather(folder);

    assertThat(hosts(gathered)).containsExactly("blog.upstash.io", "shop.upstash.io");
    assertThat(gathered.pieces())
        .extracting(Gathered.Piece::project)
        .containsExactlyInAnyOrder("blog", "shop");
    assertThat(gathered.cut()).isFalse();
    assertThat(gathered.unreadable()).isZero();
  }

  @Test
  void a_project_that_is_dropped_itself_gives_its_own_name() throws Exception {
    write("shop/.env", "a.upstash.io");
    write("shop/apps/web/.env.local", "b.upstash.io");

    assertThat(gather(folder.resolve("shop")).pieces())
        .extracting(Gathered.Piece::project)
        .containsOnly("shop");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".env.example",
        ".env.SAMPLE",
        "a.env.template",
        "node_modules/x/.env",
        ".git/.env",
        ".cache/.env",
        "package-lock.json",
        "picture.png",
        "1/2/3/4/.env"
      })
  void what_is_left_out_is_not_read(String path) throws Exception {
    write(path, "x.upstash.io");

    assertThat(gather(folder).read()).isZero();
  }

  @Test
  void the_fourth_level_is_the_last() throws Exception {
    write("1/2/3/.env", "x.upstash.io");

    assertThat(hosts(gather(folder))).containsExactly("x.upstash.io");
  }

  @Test
  void a_file_that_is_dropped_by_itself_is_read_whatever_its_name() throws Exception {
    Path file = write("notes.md", "x.upstash.io");

    assertThat(hosts(gather(file))).containsExactly("x.upstash.io");
  }

  @Test
  void what_is_wrong_with_a_file_is_said_only_if_it_was_dropped_by_itself() throws Exception {
    Path file =
        Files.writeString(folder.resolve(".env"), "UPSTASH_REDIS_REST_URL=https://x.upstash.io");

    assertThat(gather(file).problems())
        .extracting(ConnectionText.Problem::kind)
        .containsExactly(ConnectionText.Kind.URL_WITHOUT_TOKEN);
    assertThat(gather(folder).problems()).isEmpty();
    assertThat(gather(folder).pieces()).isEmpty();
  }

  @Test
  void links_are_not_followed_be_they_files_folders_or_what_was_dropped() throws Exception {
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Path inside = Files.createDirectories(folder.resolve("inside"));
    write("outside/.env", "outside.upstash.io");
    try {
      Files.createSymbolicLink(inside.resolve(".env"), outside.resolve(".env"));
      Files.createSymbolicLink(inside.resolve("project"), outside);
      Files.createSymbolicLink(inside.resolve("around"), inside);
    } catch (IOException | UnsupportedOperationException notHere) {
      Assumptions.abort("this system lets nobody make links");
    }

    assertThat(gather(inside)).isEqualTo(new Gathered(List.of(), List.of(), 0, 0, false));
    assertThat(gather(inside.resolve("project")).pieces()).isEmpty();
    assertThat(gather(inside.resolve(".env")).pieces()).isEmpty();
  }

  @Test
  void a_pipe_that_nobody_writes_to_is_not_opened() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")));
    Path pipe = folder.resolve(".env");
    Program.in(folder).run("mkfifo", pipe.toString());
    write("shop/.env", "shop.upstash.io");

    assertThat(hosts(gather(folder))).containsExactly("shop.upstash.io");
    assertThat(gather(pipe).pieces()).isEmpty();
  }

  @Test
  void of_ten_thousand_files_two_hundred_are_read_environments_first() throws Exception {
    Path many = Files.createDirectories(folder.resolve("many"));
    for (int i = 0; i < 10_000; i++) {
      Files.writeString(many.resolve("a%05d.json".formatted(i)), "{}");
    }
    write("many/z.env", "z.upstash.io");

    Gathered gathered = gather(folder);

    assertThat(gathered.read()).isEqualTo(FileSearch.FILES);
    assertThat(gathered.cut()).isTrue();
    assertThat(hosts(gathered)).containsExactly("z.upstash.io");
  }

  @Test
  void a_file_that_is_too_large_is_left_alone() throws Exception {
    Path large = write("shop/.env", "x.upstash.io");
    Files.writeString(large, Files.readString(large) + "#".repeat(FileSearch.LARGEST));

    assertThat(gather(folder).read()).isZero();
    Gathered alone = gather(large);
    assertThat(alone.cut()).isTrue();
    assertThat(hosts(alone)).containsExactly("x.upstash.io");
  }

  @Test
  void what_cannot_be_read_is_counted_and_stops_nothing() throws Exception {
    Path locked = write("locked/.env", "x.upstash.io");
    Path shut = Files.createDirectories(folder.resolve("shut"));
    write("shop/.env", "shop.upstash.io");
    assertThat(Modes.of(locked)).isNotEmpty();
    Modes.set(locked, "---------");
    Modes.set(shut, "---------");
    Assumptions.assumeFalse(Files.isReadable(locked), "root reads everything");
    try {
      Gathered gathered = gather(folder);

      assertThat(hosts(gathered)).containsExactly("shop.upstash.io");
      assertThat(gathered.unreadable()).isEqualTo(2);
    } finally {
      Modes.set(shut, "rwx------");
    }
  }

  @Test
  void a_file_that_breaks_while_it_is_read_is_counted_and_stops_nothing() throws Exception {
    write("blog/.env", "blog.upstash.io");
    write("shop/.env", "shop.upstash.io");
    FileSearch breaking =
        new FileSearch(List.of(folder)) {
          @Override
          InputStream open(Path path) throws IOException {
            if (path.toString().contains("blog")) {
              throw new AccessDeniedException(path.toString());
            }
            return super.open(path);
          }
        };

    Gathered gathered = DroppedFiles.read(breaking, LONG);

    assertThat(hosts(gathered)).containsExactly("shop.upstash.io");
    assertThat(gathered.unreadable()).isEqualTo(1);
  }

  @Test
  void what_is_gone_is_counted() {
    assertThat(gather(folder.resolve("never")).unreadable()).isEqualTo(1);
  }

  @Test
  void a_file_system_that_hangs_keeps_nobody_waiting() throws Exception {
    CountDownLatch mends = new CountDownLatch(1);
    FileSearch hanging =
        new FileSearch(List.of(folder)) {
          @Override
          public void run() {
            awaitDeaf(mends);
            super.run();
          }
        };
    write("shop/.env", "shop.upstash.io");

    Gathered gathered = DroppedFiles.read(hanging, Duration.ofMillis(10));

    assertThat(gathered.pieces()).isEmpty();
    assertThat(gathered.cut()).isTrue();
    mends.countDown();
  }

  private static void awaitDeaf(CountDownLatch latch) {
    boolean done = false;
    while (!done) {
      try {
        latch.await();
        done = true;
      } catch (InterruptedException deaf) {
        // As a file call is.
      }
    }
  }

  @Test
  void a_clip_says_nothing_of_itself() {
    assertThat(new Clip("rediss://default:s3cret@h:1")).asString().doesNotContain("s3cret");
  }
}
