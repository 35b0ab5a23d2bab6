package dev.upkeep.agent;

import dev.upkeep.desktop.AppPaths;
import dev.upkeep.file.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Whose the folders of a home are. A home that was there keeps the mode that its owner gave it;
/// everything of ours in it is its owner's alone.
public final class HomeFolders {
  /// Beginnings of names of what is ours in a folder that may hold other things.
  private static final Set<String> OURS =
      Set.of("upkeep.", "secrets.", "agent.", "profiles", "window");

  private HomeFolders() {}

  /// Why these folders had better not be used, as sentences; see [OwnerOnly#problem].
  public static List<String> problems(AppPaths paths) {
    return folders(paths).map(OwnerOnly::problem).flatMap(Optional::stream).toList();
  }

  /// Closes to others what libraries and older versions have left open.
  static void close(AppPaths paths) {
    OwnerOnly.closeBelow(paths.cache());
    OwnerOnly.closeBelow(paths.logs());
    OwnerOnly.closeBelow(paths.state().resolve("window"));
    Stream.of(paths.config(), paths.state()).distinct().forEach(HomeFolders::closeOurs);
  }

  private static void closeOurs(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      children
          .filter(child -> OURS.stream().anyMatch(child.getFileName().toString()::startsWith))
          .forEach(OwnerOnly::close);
    } catch (IOException | UncheckedIOException notThere) {
      // Then there is nothing to close.
    }
  }

  private static Stream<Path> folders(AppPaths paths) {
    return Stream.of(paths.config(), paths.state(), paths.cache(), paths.logs()).distinct();
  }
}
