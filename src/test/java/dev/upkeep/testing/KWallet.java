package dev.upkeep.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/// A real KWallet daemon on a [RealDesktop]. It ends with the desktop.
public final class KWallet {
  private static final String NAME = "org.kde.kwalletd5";
  private static final String PATH = "/modules/kwalletd5";
  private static final String WALLET = "kdewallet";

  private final RealDesktop desktop;
  private OwnProcess daemon;

  private KWallet(RealDesktop desktop, OwnProcess daemon) {
    this.desktop = desktop;
    this.daemon = daemon;
  }

  /// As in a session of somebody who never used it: there is no wallet.
  public static KWallet withoutWallet(RealDesktop desktop) {
    try {
      Path settings = Files.createDirectories(desktop.bus().folder().resolve("config"));
      Files.writeString(
          settings.resolve("kwalletrc"),
          """
          [Wallet]
          Enabled=true
          First Use=false
          Launch Manager=false

          [org.freedesktop.secrets]
          apiEnabled=true
          """);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new KWallet(desktop, start(desktop));
  }

  /// As after a login whose password opens the wallet.
  public static KWallet openedAtLogin(RealDesktop desktop) {
    KWallet wallet = withoutWallet(desktop);
    wallet.logIn(); // makes it
    wallet.restart(true);
    return wallet;
  }

  /// Ends the daemon and starts it again, as logging out and in does.
  ///
  /// @param open whether the login opens the wallet
  public void restart(boolean open) {
    daemon.kill();
    daemon = start(desktop);
    if (open) {
      logIn();
    }
  }

  /// When the wallet was saved last; it is some seconds after a change.
  public long saved() {
    try {
      return Files.getLastModifiedTime(
              desktop.bus().folder().resolve("data/kwalletd").resolve(WALLET + ".kwl"))
          .toMillis();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether it asks for a password.
  public boolean asks() {
    return !desktop.screen().windows("kwalletd5").isEmpty();
  }

  /// What PAM's module does: the daemon gets the key that the login password makes.
  private void logIn() {
    String key = String.join(",", Collections.nCopies(56, "0x41"));
    desktop
        .bus()
        .output(
            "gdbus",
            "call",
            "--session",
            "--dest",
            NAME,
            "--object-path",
            PATH,
            "--method",
            "org.kde.KWallet.pamOpen",
            WALLET,
            "[byte " + key + "]",
            "0");
    Wait.until(
        "open wallet",
        () ->
            desktop
                .bus()
                .call(NAME, PATH, "org.kde.KWallet.isOpen", "string:" + WALLET)
                .contains("true"));
  }

  private static OwnProcess start(RealDesktop desktop) {
    OwnProcess daemon = desktop.bus().run(List.of("kwalletd5"), "");
    daemon.awaitReady(
        () -> desktop.bus().hasOwner(NAME) && desktop.bus().hasOwner("org.freedesktop.secrets"));
    return daemon;
  }
}
