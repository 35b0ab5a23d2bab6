package dev.upkeep.definitions;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.upkeep.file.AtomicFile;
import dev.upkeep.file.Moves;
import dev.upkeep.json.JsonException;
import dev.upkeep.language.DefinitionsPhrase;
import dev.upkeep.language.Sentence;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps definitions in `upkeep.json`, and the last ones that were good in `upkeep.json.bak`.
///
/// For one writer at a time, which the instance lock sees to. A file that a newer version wrote is
/// refused and never overwritten; a damaged one is set aside, and the good copy takes its place.
public final class DefinitionsFile {
  private static final Logger LOG = LoggerFactory.getLogger(DefinitionsFile.class);

  /// As in the basic form of ISO 8601: Windows allows no colons in names.
  private static final DateTimeFormatter SUFFIX =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final int MOST_LINKS = 40;

  private final Path file;
  private final Path backup;
  private final InstantSource clock;
  private final AtomicFile disk;

  /// The file as we left it, and as it was read since; empty before.
  private Optional<FileTrace> trace = Optional.empty();

  private Optional<FileTrace> read = Optional.empty();

  /// Definitions at this place, whether or not there are any yet.
  public DefinitionsFile(Path file, InstantSource clock) {
    this(file, clock, new AtomicFile());
  }

  DefinitionsFile(Path file, InstantSource clock, AtomicFile disk) {
    this.file = file;
    this.backup = file.resolveSibling(file.getFileName() + ".bak");
    this.clock = clock;
    this.disk = disk;
  }

  /// Reads definitions without changing anything: for `--config` and for imports.
  ///
  /// @throws DefinitionsException if there is no such file, or it holds no definitions
  public static Reading readOnly(Path file) throws DefinitionsException {
    try {
      return DefinitionsText.read(FileText.read(file));
    } catch (NoSuchFileException e) {
      throw new DefinitionsException(DefinitionsPhrase.NO_FILE.with(file), e);
    } catch (IOException e) {
      throw new DefinitionsException(DefinitionsPhrase.NOT_READ.with(file, FileText.reason(e)), e);
    } catch (JsonException e) {
      throw new DefinitionsException(
          DefinitionsPhrase.NO_DEFINITIONS.with(file, String.valueOf(e.getMessage())), e);
    }
  }

  /// Reads the text of an export.
  ///
  /// @throws DefinitionsException if it holds no definitions
  public static Reading reading(String text) throws DefinitionsException {
    try {
      return DefinitionsText.read(text);
    } catch (JsonException e) {
      throw new DefinitionsException(
          DefinitionsPhrase.NO_EXPORT.with(String.valueOf(e.getMessage())), e);
    }
  }

  /// Reads the definitions, or the last good ones if the file is damaged or gone; none at a first
  /// start.
  ///
  /// @throws DefinitionsException if a newer version wrote the file, or it is there and may not be
  ///   read: then nothing is known of the databases, and nothing may be overwritten
  public Reading load() throws DefinitionsException {
    try {
      String text = FileText.read(file);
      Reading reading = DefinitionsText.read(text);
      trace = Optional.of(FileTrace.of(file, text));
      keepGood(reading.definitions());
      return reading;
    } catch (NoSuchFileException e) {
      return restored(fallBack(DefinitionsPhrase.MISSING.with(file.getFileName())));
    } catch (CharacterCodingException | JsonException damaged) {
      Reading reading =
          fallBack(DefinitionsPhrase.DAMAGED.with(file.getFileName(), FileText.reason(damaged)));
      return restored(with(setAside(file), reading));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /// Replaces the file. When this returns, the definitions are on the disk.
  ///
  /// @throws DefinitionsException if they cannot be saved; the file is as it was then
  public void save(Definitions definitions) throws DefinitionsException {
    requireNotNewer();
    String text = DefinitionsText.write(definitions);
    requireReadable(text);
    byte[] bytes = text.getBytes(UTF_8);
    try {
      disk.replace(target(), bytes);
      trace = Optional.of(FileTrace.of(file, text));
    } catch (IOException e) {
      throw new DefinitionsException(DefinitionsPhrase.NOT_SAVED.with(file, FileText.reason(e)), e);
    }
    backUp(bytes);
  }

  /// Whether somebody else has written the file since we did, or taken it away. Cheap: looks into
  /// it only if it is another one by its looks.
  public boolean isChanged() {
    try {
      if (trace.isEmpty() || trace.get().looksLike(file)) {
        return false;
      }
      FileTrace now = FileTrace.of(file, FileText.read(file));
      if (now.hasTextOf(trace.get())) {
        trace = Optional.of(now);
        return false;
      }
      return true;
    } catch (NoSuchFileException gone) {
      return trace.isPresent();
    } catch (IOException | JsonException notAsWeLeftIt) {
      return true;
    }
  }

  /// Reads what somebody else has written. What cannot be read is set aside, and what there was
  /// takes its place again. Until [#accept] it counts as changed.
  ///
  /// @throws DefinitionsException if a newer version wrote it, or it may not be read
  public Reading readChange(Definitions current) throws DefinitionsException {
    try {
      String text = FileText.read(file);
      Reading reading = DefinitionsText.read(text);
      read = Optional.of(FileTrace.of(file, text));
      return new Reading(reading.definitions().after(current), reading.problems());
    } catch (NoSuchFileException e) {
      return putBack(current, List.of(DefinitionsPhrase.REMOVED.with(file.getFileName())));
    } catch (CharacterCodingException | JsonException damaged) {
      List<Sentence> problems = new ArrayList<>();
      problems.add(
          DefinitionsPhrase.CHANGED_UNREADABLE.with(file.getFileName(), FileText.reason(damaged)));
      problems.addAll(setAside(file));
      return putBack(current, problems);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /// What [#readChange] read is in force.
  public void accept() {
    trace = read.or(() -> trace);
    read = Optional.empty();
  }

  private Reading putBack(Definitions current, List<Sentence> problems) {
    String text = DefinitionsText.write(current);
    try {
      disk.replace(target(), text.getBytes(UTF_8));
      read = Optional.of(FileTrace.of(file, text));
    } catch (IOException e) {
      LOG.warn("{} could not be written: {}.", file, FileText.reason(e));
    }
    return new Reading(current, problems);
  }

  private Reading fallBack(Sentence what) throws DefinitionsException {
    try {
      Reading good = DefinitionsText.read(FileText.read(backup));
      return with(List.of(DefinitionsPhrase.COPY_USED.with(what)), good);
    } catch (NoSuchFileException e) {
      return Files.exists(file)
          ? new Reading(Definitions.EMPTY, List.of(DefinitionsPhrase.NO_COPY.with(what)))
          : new Reading(Definitions.EMPTY, List.of());
    } catch (CharacterCodingException | JsonException e) {
      List<Sentence> problems = new ArrayList<>();
      problems.add(DefinitionsPhrase.COPY_DAMAGED.with(what));
      problems.addAll(setAside(backup));
      return new Reading(Definitions.EMPTY, problems);
    } catch (IOException e) {
      throw unreadable(backup, e);
    }
  }

  /// The good copy takes the place of the file, unless a damaged one is still in it.
  private Reading restored(Reading reading) {
    boolean first = reading.definitions() == Definitions.EMPTY;
    if (!first && !Files.exists(file)) {
      try {
        disk.replace(target(), DefinitionsText.write(reading.definitions()).getBytes(UTF_8));
      } catch (IOException e) {
        LOG.warn("{} could not be written: {}.", file, FileText.reason(e));
      }
    }
    return reading;
  }

  /// Out of the way of the next save, for a person to look at.
  private List<Sentence> setAside(Path damaged) {
    Instant now = clock.instant();
    Path aside = damaged.resolveSibling(damaged.getFileName() + ".damaged-" + SUFFIX.format(now));
    try {
      Moves.rename(damaged, aside);
      return List.of(DefinitionsPhrase.SET_ASIDE.with(aside.getFileName()));
    } catch (IOException e) {
      return List.of(DefinitionsPhrase.NOT_SET_ASIDE.with(FileText.reason(e)));
    }
  }

  private static Reading with(List<Sentence> first, Reading reading) {
    List<Sentence> problems = new ArrayList<>(first);
    problems.addAll(reading.problems());
    return new Reading(reading.definitions(), List.copyOf(problems));
  }

  /// What a person wrote by hand becomes the last good copy once it was understood.
  private void keepGood(Definitions definitions) {
    byte[] bytes = DefinitionsText.write(definitions).getBytes(UTF_8);
    try {
      if (!Files.exists(backup) || !Arrays.equals(Files.readAllBytes(backup), bytes)) {
        backUp(bytes);
      }
    } catch (IOException e) {
      LOG.warn("{} cannot be read: {}.", backup, FileText.reason(e));
    }
  }

  /// The file itself is good, so the missing copy is worth a line and no more.
  private void backUp(byte[] bytes) {
    try {
      disk.replace(backup, bytes);
    } catch (IOException e) {
      LOG.warn("{} could not be written: {}.", backup, FileText.reason(e));
    }
  }

  private void requireNotNewer() throws DefinitionsException {
    try {
      DefinitionsText.read(FileText.read(file));
    } catch (IOException | JsonException nothingToProtect) {
      LOG.debug("What is saved over is no definitions.");
    }
  }

  /// A file that could not be read at the next start would be no safer than none.
  private static void requireReadable(String text) throws DefinitionsException {
    try {
      DefinitionsText.read(text);
    } catch (JsonException e) {
      throw new DefinitionsException(
          DefinitionsPhrase.TOO_MANY.with(String.valueOf(e.getMessage())), e);
    }
  }

  /// The file behind a link, so that a link into a folder of dot files stays one.
  private Path target() throws IOException {
    Path target = file;
    // Step by step, since the last one may lead to a file that is not there yet.
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      if (links == MOST_LINKS) {
        throw new FileSystemException(file.toString(), null, "its links lead in a circle");
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return target;
  }

  private static DefinitionsException unreadable(Path path, IOException e) {
    return new DefinitionsException(
        DefinitionsPhrase.NOT_READ_NOR_CHANGED.with(path, FileText.reason(e)), e);
  }
}
