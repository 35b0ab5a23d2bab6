package dev.upkeep.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upkeep.testing.Program;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class BoundedFileTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir private Path folder;

  @Test
  void a_file_is_read_up_to_its_bound() throws Exception {
    Path file = Files.writeString(folder.resolve("x"), "abcd");

    assertThat(BoundedFile.read(file, 4, LONG)).asString().isEqualTo("abcd");
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> BoundedFile.read(file, 3, LONG))
        .satisfies(e -> assertThat(e.getReason()).contains("more than"));
  }

  @Test
  void no_file_is_told_from_one_that_is_none() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> BoundedFile.read(folder.resolve("none"), 10, LONG));
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> BoundedFile.read(folder, 10, LONG))
        .satisfies(e -> assertThat(e.getReason()).isEqualTo("is not a regular file"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/zero", "/dev/stdin", "/proc/self/fd/0"})
  void a_device_is_not_opened(String device) {
    Assumptions.assumeTrue(Files.exists(Path.of(device)), device);
    Assumptions.assumeFalse(Files.isRegularFile(Path.of(device)), device);

    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> BoundedFile.read(Path.of(device), 10, LONG));
  }

  @Test
  void a_pipe_that_nobody_writes_to_is_not_opened() throws Exception {
    Path pipe = folder.resolve("pipe");
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")));
    Program.in(folder).run("mkfifo", pipe.toString());

    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> BoundedFile.read(pipe, 10, LONG))
        .satisfies(e -> assertThat(e.getReason()).isEqualTo("is not a regular file"));
  }

  @Test
  void a_file_system_that_hangs_costs_one_thread_however_often_it_is_asked() throws Exception {
    CountDownLatch mends = new CountDownLatch(1);
    AtomicInteger readers = new AtomicInteger();
    BoundedFile hanging =
        new BoundedFile((_, _) -> {
          readers.incrementAndGet();
          awaitDeaf(mends);
          return new byte[] {7};
        });
    Path file = folder.resolve("far");

    for (int i = 0; i < 20; i++) {
      assertThatExceptionOfType(FileSystemException.class)
          .isThrownBy(() -> hanging.readWithin(file, 10, Duration.ofMillis(5)))
          .satisfies(e -> assertThat(e.getReason()).isEqualTo("did not answer in time"));
    }
    assertThat(readers).hasValue(1);
    mends.countDown();

    assertThat(hanging.readWithin(file, 10, LONG)).containsExactly(7);
  }

  /// As a call of the system is.
  private static void awaitDeaf(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException deaf) {
        // Thrown, it is no longer set: it waits on.
      }
    }
  }
}
