package dev.upkeep.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The processes of an installed program, by the folder that their programs are in. Who replaces or
/// removes that folder needs them gone: Windows does not let go of what runs.
public final class OwnProcesses {
  private final Path folder;

  public OwnProcesses(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /// Ends all but this one: windows at once, since they hold nothing, and the others when they have
  /// had time to end by themselves.
  public void end(Duration patience) throws InterruptedException {
    others().stream().filter(OwnProcesses::isWindow).forEach(ProcessHandle::destroy);
    List<ProcessHandle> left = others();
    try {
      CompletableFuture.allOf(
              left.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
          .get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException notAll) {
      left.forEach(ProcessHandle::destroyForcibly);
    }
  }

  private List<ProcessHandle> others() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .filter(this::isOfFolder)
        .toList();
  }

  private boolean isOfFolder(ProcessHandle process) {
    return process
        .info()
        .command()
        .filter(command -> Path.of(command).normalize().startsWith(folder))
        .isPresent();
  }

  private static boolean isWindow(ProcessHandle process) {
    return process
        .info()
        .command()
        .filter(command -> String.valueOf(Path.of(command).getFileName()).contains("window"))
        .isPresent();
  }
}
