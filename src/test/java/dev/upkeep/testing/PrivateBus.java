package dev.upkeep.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// A D-Bus session bus with a home folder of its own. Nothing starts by itself on it: who is not
/// there is not there.
public final class PrivateBus implements AutoCloseable {
  /// What dbus-java reads before it looks into the environment.
  private static final String PROPERTY = "DBUS_SESSION_BUS_ADDRESS";

  private final Path folder;
  private final Map<String, String> environment;
  private OwnProcess daemon;
  private final Optional<String> propertyBefore;
  private final List<OwnProcess> guests = new ArrayList<>();

  private PrivateBus(Path folder, Map<String, String> environment, OwnProcess daemon) {
    this.folder = folder;
    this.environment = environment;
    this.daemon = daemon;
    this.propertyBefore = Optional.ofNullable(System.getProperty(PROPERTY));
  }

  public static PrivateBus start() {
    return start(Map.of());
  }

  /// Starts a bus whose programs have these variables, too.
  static PrivateBus start(Map<String, String> variables) {
    Path folder = Scratch.shortFolder("bus");
    try {
      Files.createDirectory(folder.resolve("run"), Modes.at(folder.resolve("run"), "rwx------"));
      Files.writeString(folder.resolve("bus.conf"), configuration(folder));
      Map<String, String> environment = new HashMap<>(environment(folder));
      environment.putAll(variables);
      return new PrivateBus(folder, Map.copyOf(environment), daemon(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OwnProcess daemon(Path folder) {
    OwnProcess daemon =
        OwnProcess.start(
            List.of("dbus-daemon", "--nofork", "--config-file=" + folder.resolve("bus.conf")),
            environment(folder),
            "",
            folder.resolve("bus.log"));
    daemon.awaitReady(() -> accepts(folder.resolve("run/bus")));
    return daemon;
  }

  /// Its socket is there a moment before it accepts.
  private static boolean accepts(Path socket) {
    try (SocketChannel _ = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /// Makes this the session bus of this JVM until it is closed.
  public PrivateBus forThisJvm() {
    System.setProperty(PROPERTY, address());
    return this;
  }

  public String address() {
    return "unix:path=" + socket();
  }

  /// `bus` in it is the socket, as systemd has it.
  public Path runtimeFolder() {
    return folder.resolve("run");
  }

  /// Everything that is written by whoever is on this bus.
  public Path folder() {
    return folder;
  }

  /// The whole environment of programs on this bus.
  public Map<String, String> environment() {
    return environment;
  }

  /// Kills the bus itself, as a crash does: everybody on it is cut off.
  public void kill() {
    daemon.signal("KILL");
    daemon.kill();
    try {
      // A daemon that is killed leaves its socket behind.
      Files.deleteIfExists(socket());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Starts the bus again after [#kill], at the same address.
  public void restart() {
    daemon = daemon(folder);
  }

  /// Whether somebody has a name on this bus.
  public boolean hasOwner(String name) {
    return call(
            "org.freedesktop.DBus",
            "/org/freedesktop/DBus",
            "org.freedesktop.DBus.NameHasOwner",
            "string:" + name)
        .contains("true");
  }

  /// Freezes the bus: it accepts connections (the kernel does) and answers nothing.
  public void pause() {
    daemon.signal("STOP");
  }

  public void resume() {
    daemon.signal("CONT");
  }

  /// Records the messages of an interface from now on, until the bus is closed.
  public Supplier<String> recorded(String interfaceName) {
    OwnProcess monitor =
        run(
            List.of("dbus-monitor", "--address", address(), "interface='" + interfaceName + "'"),
            "");
    // It is told that it lost its name when it becomes a monitor.
    monitor.awaitReady(() -> monitor.log().contains("NameLost"));
    return monitor::log;
  }

  /// Runs a program on this bus until the bus is closed.
  ///
  /// @param input given to its standard input, which then ends
  OwnProcess run(List<String> command, String input) {
    Path log =
        folder.resolve(guests.size() + "-" + Path.of(command.getFirst()).getFileName() + ".log");
    OwnProcess guest = OwnProcess.start(command, environment(), input, log);
    guests.add(guest);
    return guest;
  }

  /// Runs a program on this bus until it ends by itself, and gives what it prints.
  public String output(String... command) {
    return new String(bytes(command), StandardCharsets.UTF_8);
  }

  /// As [#output], for a program that prints no text.
  byte[] bytes(String... command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment());
    try {
      Process process = builder.start();
      byte[] output = process.getInputStream().readAllBytes();
      process.waitFor();
      return output;
    } catch (IOException e) {
      throw new IllegalStateException("cannot run " + command[0] + "; see setup.sh", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Calls a method on this bus and gives what `dbus-send` prints, be it an error.
  String call(String destination, String path, String method, String argument) {
    return output(
        "dbus-send",
        "--session",
        "--print-reply",
        "--reply-timeout=5000",
        "--dest=" + destination,
        path,
        method,
        argument);
  }

  @Override
  public void close() {
    propertyBefore.ifPresentOrElse(
        value -> System.setProperty(PROPERTY, value), () -> System.clearProperty(PROPERTY));
    guests.forEach(OwnProcess::kill);
    daemon.kill();
    Scratch.delete(folder);
  }

  private Path socket() {
    return runtimeFolder().resolve("bus");
  }

  private static Map<String, String> environment(Path folder) {
    return Map.of(
        "PATH", String.valueOf(System.getenv("PATH")),
        "HOME", folder.toString(),
        "LANG", "C.UTF-8",
        "XDG_CONFIG_HOME", folder.resolve("config").toString(),
        "XDG_CACHE_HOME", folder.resolve("cache").toString(),
        "XDG_DATA_HOME", folder.resolve("data").toString(),
        "XDG_RUNTIME_DIR", folder.resolve("run").toString(),
        "DBUS_SESSION_BUS_ADDRESS", "unix:path=" + folder.resolve("run/bus"));
  }

  /// Without folders of services, or the bus would start the computer's own.
  private static String configuration(Path folder) {
    return """
    <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
     "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
    <busconfig>
      <type>session</type>
      <listen>unix:path=%s</listen>
      <policy context="default">
        <allow send_destination="*" eavesdrop="true"/>
        <allow eavesdrop="true"/>
        <allow own="*"/>
      </policy>
    </busconfig>
    """
        .formatted(folder.resolve("run/bus"));
  }
}
