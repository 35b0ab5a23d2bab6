package dev.upkeep.desktop.linux;

import dev.upkeep.desktop.EntryFile;
import dev.upkeep.desktop.LoginStart;
import dev.upkeep.desktop.OwnProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A file in the desktop's autostart folder; see the [Desktop Application Autostart
/// Specification](https://specifications.freedesktop.org/autostart-spec/latest/).
///
/// Where every user has an entry of our name (`/etc/xdg/autostart`), that one counts unless the
/// user has one, and being off takes a file that hides it. Conditions of single desktops
/// (`AutostartCondition` and the like) are not evaluated. No start delay is written: the tray waits
/// for its panel by itself.
public final class XdgAutostart implements LoginStart {
  private static final String GNOME_ENABLED = "X-GNOME-Autostart-enabled";
  private static final String SYSTEMD_SKIP = "X-systemd-skip";
  private static final String XFCE_OVERRIDE = "X-XFCE-Autostart-Override";
  private static final String HIDDEN = "Hidden";

  private final Map<String, String> environment;
  private final Optional<String> profile;
  private final Optional<OwnProgram> program;
  private final EntryFile file;
  private final List<EntryFile> everybodys;

  /// The entry of a profile; touches no file.
  ///
  /// @param environment of the process, for folders and for the desktop's name
  /// @param profile empty for the default one; each has an entry of its own
  /// @param program what is to be started, if that is known
  public XdgAutostart(
      Map<String, String> environment,
      Path home,
      Optional<String> profile,
      Optional<OwnProgram> program) {
    this.environment = environment;
    this.profile = profile;
    this.program = program;
    String id = "upkeep" + profile.map(name -> "-" + name).orElse("") + ".desktop";
    Path config =
        absolute(environment.getOrDefault("XDG_CONFIG_HOME", ""))
            .findFirst()
            .orElse(home.resolve(".config"));
    file = new EntryFile(config.resolve("autostart").resolve(id));
    String folders = environment.getOrDefault("XDG_CONFIG_DIRS", "");
    everybodys =
        Arrays.stream((folders.isEmpty() ? "/etc/xdg" : folders).split(":"))
            .flatMap(XdgAutostart::absolute)
            .map(folder -> new EntryFile(folder.resolve("autostart").resolve(id)))
            .toList();
  }

  @Override
  public State state() throws IOException {
    Optional<DesktopEntry> found = effective();
    Optional<String> exec = found.flatMap(entry -> entry.get("Exec"));
    if (found.isEmpty() || exec.isEmpty()) {
      // Nothing can be started, which is also how one hides the entry that everybody has.
      return State.OFF;
    }
    DesktopEntry entry = found.get();
    if (entry.is(HIDDEN, true) || isSkippedHere(entry) || !isForThisDesktop(entry)) {
      return State.DISABLED_BY_SYSTEM;
    }
    boolean tried = entry.get("TryExec").map(name -> executable(name).isPresent()).orElse(true);
    return tried && ExecLine.parse(exec.get()).filter(this::isOurs).isPresent()
        ? State.ON
        : State.ELSEWHERE;
  }

  @Override
  public void turn(boolean on) throws IOException {
    if (on && state() != State.ON) {
      file.write(entry(OwnProgram.atLogin(program, profile)).text());
    } else if (!on && everybodysEntry().isPresent()) {
      file.write(hiding().text());
    } else if (!on) {
      file.delete();
    }
  }

  @Override
  public String place() {
    return file.path().toString();
  }

  private DesktopEntry entry(List<String> command) throws IOException {
    Optional<String> problem = ExecLine.problem(command);
    if (problem.isPresent()) {
      throw new IOException(problem.get());
    }
    Map<String, String> values = new LinkedHashMap<>();
    values.put("Type", "Application");
    values.put("Name", name());
    values.put("Comment", "Keeps free-tier Redis databases alive");
    values.put("Comment[de]", "Hält kostenlose Redis-Datenbanken am Leben");
    values.put("Exec", ExecLine.of(command));
    values.put("Icon", "upkeep");
    values.put("Terminal", "false");
    values.put("StartupNotify", "false");
    return new DesktopEntry(values);
  }

  private DesktopEntry hiding() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("Type", "Application");
    values.put("Name", name());
    values.put(HIDDEN, "true");
    return new DesktopEntry(values);
  }

  private String name() {
    return "Upkeep" + profile.map(name -> " (" + name + ")").orElse("");
  }

  private Optional<DesktopEntry> effective() throws IOException {
    Optional<String> own = file.read();
    return own.isPresent() ? own.map(DesktopEntry::parse) : everybodysEntry();
  }

  private Optional<DesktopEntry> everybodysEntry() throws IOException {
    for (EntryFile one : everybodys) {
      Optional<String> text = one.read();
      if (text.isPresent()) {
        return text.map(DesktopEntry::parse);
      }
    }
    return Optional.empty();
  }

  /// By the switches of single desktops: GNOME's own is GNOME's alone, though many entries have it,
  /// and the one for systemd counts where systemd starts the entries. The table of what was tried
  /// is in `src/docs/desktops.md`.
  private boolean isSkippedHere(DesktopEntry entry) {
    List<String> here = here();
    boolean inGnome = here.isEmpty() || here.contains("GNOME");
    boolean bySystemd = here.contains("GNOME") || here.contains("KDE");
    return (inGnome && entry.is(GNOME_ENABLED, false))
        || (bySystemd && entry.is(SYSTEMD_SKIP, true));
  }

  private List<String> here() {
    return Arrays.stream(environment.getOrDefault("XDG_CURRENT_DESKTOP", "").split(":"))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /// Outside a desktop nobody knows for which one to judge; then it counts as meant for this one.
  private boolean isForThisDesktop(DesktopEntry entry) {
    List<String> here = here();
    if (here.isEmpty() || (here.contains("XFCE") && entry.is(XFCE_OVERRIDE, true))) {
      return true;
    }
    boolean only =
        entry.list("OnlyShowIn").map(l -> l.stream().anyMatch(here::contains)).orElse(true);
    boolean not =
        entry.list("NotShowIn").map(l -> l.stream().anyMatch(here::contains)).orElse(false);
    return only && !not;
  }

  /// Whether a command starts this program with the same arguments, be it by another path. Where
  /// this program is not known, any that can be started will do.
  private boolean isOurs(List<String> command) {
    Optional<Path> started = executable(command.getFirst());
    if (started.isEmpty() || program.isEmpty()) {
      return started.isPresent();
    }
    List<String> wanted = program.get().atLogin(profile);
    return command.subList(1, command.size()).equals(wanted.subList(1, wanted.size()))
        && sameFile(started.get(), program.get().launcher());
  }

  /// What a name in an entry leads to: an absolute path, or a name to be looked for in `PATH`.
  private Optional<Path> executable(String name) {
    Stream<Path> places =
        name.startsWith("/")
            ? Stream.of(Path.of(name))
            : Arrays.stream(environment.getOrDefault("PATH", "").split(":"))
                .flatMap(XdgAutostart::absolute)
                .map(folder -> folder.resolve(name));
    return places.filter(path -> Files.isRegularFile(path) && Files.isExecutable(path)).findFirst();
  }

  private static boolean sameFile(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException gone) {
      return false;
    }
  }

  /// The specification says that a relative path is to be ignored.
  private static Stream<Path> absolute(String path) {
    return path.startsWith("/") ? Stream.of(Path.of(path)) : Stream.empty();
  }
}
