package dev.upkeep.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A real KeePassXC on a [RealDesktop], with a database whose entries it shows to other programs.
/// It ends with the desktop.
public final class KeePassXc {
  /// What a person would type.
  public static final String PASSWORD = "of the database";

  private static final String SECRETS = "org.freedesktop.secrets";

  private final RealDesktop desktop;
  private final Path database;
  private OwnProcess program;

  private KeePassXc(RealDesktop desktop, Path database, OwnProcess program) {
    this.desktop = desktop;
    this.database = database;
    this.program = program;
  }

  /// How its person has set it up.
  ///
  /// @param asks whether it asks before it gives an entry out
  /// @param shows whether the database is shown to other programs
  public record Setup(boolean asks, boolean shows) {}

  /// Starts it, with its database open.
  public static KeePassXc open(RealDesktop desktop, Setup setup) {
    Path database = database(desktop.bus(), setup);
    return new KeePassXc(desktop, database, start(desktop, database, true));
  }

  /// Ends it and starts it again.
  ///
  /// @param open whether the password is given, too
  public void restart(boolean open) {
    // It saves what was changed, but a moment later; and forgets the rest when it is ended.
    program.kill();
    program = start(desktop, database, open);
  }

  /// When the database was saved last.
  public long saved() {
    try {
      return Files.getLastModifiedTime(database).toMillis();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether it asks something in a window of its own.
  public boolean asks() {
    return !desktop.screen().windows("Unlock Database - KeePassXC").isEmpty()
        || !desktop.screen().windows("Access Request").isEmpty();
  }

  private static OwnProcess start(RealDesktop desktop, Path database, boolean open) {
    List<String> command = new ArrayList<>(List.of("keepassxc"));
    if (open) {
      command.add("--pw-stdin");
    }
    command.add(database.toString());
    OwnProcess program = desktop.bus().run(command, open ? PASSWORD + "\n" : "");
    program.awaitReady(() ->
        desktop.bus().hasOwner(SECRETS)
            && !desktop.screen().windows("KeePassXC").isEmpty()
            && (!open || isOpen(desktop)));
    return program;
  }

  private static boolean isOpen(RealDesktop desktop) {
    return desktop.screen().windows("[Locked]").isEmpty()
        && !desktop.screen().windows("Upkeep's tests").isEmpty();
  }

  private static Path database(PrivateBus bus, Setup setup) {
    try {
      Path folder = Files.createDirectories(bus.folder().resolve("keepassxc"));
      Path database = folder.resolve("passwords.kdbx");
      Files.writeString(folder.resolve("import.xml"), xml(setup.shows()));
      bus.output(
          "sh",
          "-c",
          "printf '%s\\n%s\\n' \"$1\" \"$1\" | keepassxc-cli import -p \"$2\" \"$3\"",
          "sh",
          PASSWORD,
          folder.resolve("import.xml").toString(),
          database.toString());
      Path settings = Files.createDirectories(bus.folder().resolve("config/keepassxc"));
      Files.writeString(settings.resolve("keepassxc.ini"), ini(setup.asks()));
      return database;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String xml(boolean shows) {
    String shown =
        """
        <CustomData><Item>
          <Key>FDO_SECRETS_EXPOSED_GROUP</Key>
          <Value>{00112233-4455-6677-8899-aabbccddeeff}</Value>
        </Item></CustomData>
        """;
    return """
    <?xml version="1.0" encoding="utf-8"?>
    <KeePassFile>
      <Meta>
        <Generator>Upkeep's tests</Generator>
        <DatabaseName>Upkeep's tests</DatabaseName>
        <RecycleBinEnabled>True</RecycleBinEnabled>
        %s
      </Meta>
      <Root><Group><UUID>ABEiM0RVZneImaq7zN3u/w==</UUID><Name>Passwords</Name></Group></Root>
    </KeePassFile>
    """
        .formatted(shows ? shown : "");
  }

  private static String ini(boolean asks) {
    return """
    [General]
    ConfigVersion=2
    UpdateCheckMessageShown=true

    [FdoSecrets]
    Enabled=true
    ConfirmAccessItem=%s
    ShowNotification=false

    [GUI]
    CheckForUpdates=false
    """
        .formatted(asks);
  }
}
