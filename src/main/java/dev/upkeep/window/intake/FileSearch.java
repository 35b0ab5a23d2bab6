package dev.upkeep.window.intake;

import dev.upkeep.database.paste.ConnectionText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One look through what was dropped. Follows no link, opens regular files alone, and only as many
/// and as large ones as [FileNames] and the bounds here let it. What a file holds is read where it
/// is; a text without a database is forgotten there.
class FileSearch implements Runnable {
  static final int LEVELS = 4;
  static final int FILES = 200;
  static final int LARGEST = 64 * 1024;

  /// So many names are looked at: among more, 200 that matter would not be found in time.
  static final int NAMES = 20_000;

  private final List<Path> dropped;
  private final Queue<Folder> folders = new ArrayDeque<>();
  private final List<Candidate> candidates = new ArrayList<>();

  // Guarded by this: whoever does not wait any longer takes what there is.
  private final List<Gathered.Piece> pieces = new ArrayList<>();
  private final List<ConnectionText.Problem> problems = new ArrayList<>();
  private int read;
  private int unreadable;
  private boolean cut;
  private boolean finished;
  private boolean ended;

  private int names;

  FileSearch(List<Path> dropped) {
    this.dropped = List.copyOf(dropped);
  }

  /// @param level 1 for one that was dropped
  /// @param project empty while each folder in it is one of its own
  private record Folder(Path path, int level, String project) {}

  /// @param alone whether it was dropped by itself
  private record Candidate(Path path, String project, boolean alone) {
    int rank() {
      return alone ? 0 : FileNames.isEnvironment(FileNames.of(path)) ? 1 : 2;
    }
  }

  @Override
  public void run() {
    dropped.forEach(this::begin);
    while (!folders.isEmpty() && goesOn()) {
      list(folders.remove());
    }
    candidates.sort(Comparator.comparingInt(Candidate::rank));
    if (candidates.size() > FILES) {
      cut();
    }
    for (Candidate candidate : candidates.subList(0, Math.min(FILES, candidates.size()))) {
      if (!goesOn()) {
        return;
      }
      read(candidate);
    }
    finish();
  }

  private synchronized boolean goesOn() {
    return !ended;
  }

  private synchronized void cut() {
    cut = true;
  }

  private synchronized void finish() {
    finished = true;
  }

  private synchronized void failed() {
    unreadable++;
  }

  /// What was found; nothing is added any more.
  synchronized Gathered end() {
    ended = true;
    return new Gathered(pieces, problems, read, unreadable, cut || !finished);
  }

  private void begin(Path path) {
    BasicFileAttributes is = attributes(path);
    if (is == null) {
      failed();
    } else if (is.isDirectory()) {
      folders.add(new Folder(path, 1, ""));
    } else if (is.isRegularFile()) {
      Path parent = path.toAbsolutePath().getParent();
      candidates.add(new Candidate(path, parent == null ? "" : FileNames.of(parent), true));
    }
  }

  private void list(Folder folder) {
    List<Path> inside = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder.path())) {
      for (Path path : stream) {
        if (++names > NAMES) {
          cut();
          break;
        }
        inside.add(path);
      }
    } catch (IOException | DirectoryIteratorException _) {
      failed();
      return;
    }
    inside.sort(Comparator.comparing(FileNames::of));
    String project = folder.project();
    if (project.isEmpty()
        && inside.stream().map(FileNames::of).anyMatch(FileNames::marksAProject)) {
      project = FileNames.of(folder.path());
    }
    for (Path path : inside) {
      look(path, folder, project);
    }
  }

  private void look(Path path, Folder folder, String project) {
    String name = FileNames.of(path);
    boolean wanted = FileNames.isRead(name);
    boolean deeper = folder.level() < LEVELS && FileNames.isEntered(name);
    if (!goesOn() || !(wanted || deeper)) {
      return;
    }
    BasicFileAttributes is = attributes(path);
    if (is == null) {
      failed();
    } else if (is.isDirectory() && deeper) {
      folders.add(new Folder(path, folder.level() + 1, project));
    } else if (is.isRegularFile() && wanted && is.size() <= LARGEST) {
      candidates.add(
          new Candidate(path, project.isEmpty() ? FileNames.of(folder.path()) : project, false));
    }
  }

  /// Of the name itself, be it a link; null where there is nothing to be had.
  private static @Nullable BasicFileAttributes attributes(Path path) {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException _) {
      return null;
    }
  }

  /// In tests, a file that cannot be read whoever asks.
  InputStream open(Path path) throws IOException {
    return Channels.newInputStream(
        Files.newByteChannel(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
  }

  private void read(Candidate candidate) {
    byte[] bytes;
    try (InputStream in = open(candidate.path())) {
      bytes = in.readNBytes(LARGEST + 1);
    } catch (IOException _) {
      failed();
      return;
    }
    // It may have grown since it was looked at, and one that was dropped by itself may be large.
    boolean whole = bytes.length <= LARGEST;
    ConnectionText.Reading reading =
        ConnectionText.read(
            new String(bytes, 0, Math.min(bytes.length, LARGEST), StandardCharsets.UTF_8));
    add(candidate, reading, whole);
  }

  private synchronized void add(
      Candidate candidate, ConnectionText.Reading reading, boolean whole) {
    if (ended) {
      return;
    }
    read++;
    cut |= !whole;
    if (!reading.found().isEmpty()) {
      pieces.add(new Gathered.Piece(candidate.project(), reading.found()));
    } else if (candidate.alone()) {
      problems.addAll(reading.problems());
    }
  }
}
