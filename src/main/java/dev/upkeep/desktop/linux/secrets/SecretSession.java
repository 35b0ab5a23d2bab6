package dev.upkeep.desktop.linux.secrets;

import dev.upkeep.desktop.linux.bus.SessionBus;
import dev.upkeep.desktop.linux.bus.Two;
import dev.upkeep.desktop.linux.secrets.SecretServiceException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.errors.AccessDenied;
import org.freedesktop.dbus.errors.NoReply;
import org.freedesktop.dbus.errors.ServiceUnknown;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection to whoever keeps secrets just now, and what can be asked of it. Every call may
/// block for as long as the bus pleases; an interrupt ends it. May be used from several threads.
final class SecretSession implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SecretSession.class);
  private static final String NOTHING = "/";

  private static final String NAME = "org.freedesktop.secrets";
  private static final String PATH = "/org/freedesktop/secrets";
  private static final String INTERFACE = "org.freedesktop.Secret.";

  private final DBusConnection bus;
  private final DBus names;
  private final SecretObjects.Service service;
  private String owner = "";
  private SecretKeeper keeper = SecretKeeper.OTHER;
  private Optional<Session> session = Optional.empty();
  private volatile boolean trusted;

  private record Session(DBusPath path, TransportKey key) {}

  private SecretSession(DBusConnection bus) throws DBusException {
    this.bus = bus;
    this.names = bus.getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class);
    this.service = bus.getRemoteObject(NAME, PATH, SecretObjects.Service.class);
  }

  /// Connects, and has the bus start the keeper if it can.
  ///
  /// @throws SecretServiceException [Reason#ABSENT] if there is no bus, or nobody on it
  static SecretSession open(Map<String, String> environment) throws SecretServiceException {
    SessionBus.makeKnown(environment);
    DBusConnection bus;
    try {
      bus = DBusConnectionBuilder.forSessionBus().withShared(false).build();
    } catch (DBusException | RuntimeException e) {
      throw new SecretServiceException(Reason.ABSENT, SecretKeeper.OTHER, "no session bus");
    }
    try {
      SecretSession opened = new SecretSession(bus);
      opened.service.ReadAlias("default");
      opened.owner = opened.names.GetNameOwner(NAME);
      opened.keeper = SecretKeeper.of(opened.program());
      return opened;
    } catch (DBusException | DBusExecutionException e) {
      bus.disconnect();
      throw judged(e, SecretKeeper.OTHER);
    }
  }

  /// Who is spoken to.
  SecretKeeper keeper() {
    return keeper;
  }

  /// Whether the one who was spoken to is still there: another one knows nothing of our session,
  /// and of what its person allowed us.
  boolean isAlive() {
    try {
      return bus.isConnected() && owner.equals(names.GetNameOwner(NAME));
    } catch (DBusExecutionException e) {
      return false;
    }
  }

  /// Whether its person has allowed this connection something: KeePassXC forgets that with the
  /// connection.
  boolean isTrusted() {
    return trusted;
  }

  @Override
  public void close() {
    bus.disconnect();
  }

  /// The collection of a name, if there is one.
  Optional<DBusPath> alias(String name) throws SecretServiceException {
    return thing(ask(() -> service.ReadAlias(name)));
  }

  List<DBusPath> collections() throws SecretServiceException {
    return ask(() -> properties(new DBusPath(PATH)).Get(INTERFACE + "Service", "Collections"));
  }

  boolean isLocked(DBusPath collection) throws SecretServiceException {
    return ask(() -> properties(collection).Get(INTERFACE + "Collection", "Locked"));
  }

  /// Unlocks what opens without asking.
  ///
  /// @return the prompt that the rest needs
  Optional<DBusPath> unlock(List<DBusPath> objects) throws SecretServiceException {
    return thing(ask(() -> service.Unlock(objects)).second);
  }

  /// The open items with these attributes, and those that are locked. Before it is known that some
  /// collection is open, this may make KeePassXC ask for its password.
  Two<List<DBusPath>, List<DBusPath>> search(Map<String, String> attributes)
      throws SecretServiceException {
    Two<List<DBusPath>, List<DBusPath>> found = ask(() -> service.SearchItems(attributes));
    return new Two<>(things(found.first), things(found.second));
  }

  byte[] secret(DBusPath item) throws SecretServiceException {
    Session with = session();
    SecretStruct sealed = ask(() -> object(item, SecretObjects.Item.class).GetSecret(with.path()));
    return ask(() -> with.key().open(sealed));
  }

  void replace(DBusPath item, byte[] secret) throws SecretServiceException {
    Session with = session();
    ask(() -> {
      object(item, SecretObjects.Item.class).SetSecret(with.key().seal(with.path(), secret));
      return item;
    });
  }

  /// Makes an item.
  ///
  /// @return the prompt without which it is not made
  Optional<DBusPath> create(DBusPath collection, SecretEntry entry, byte[] secret)
      throws SecretServiceException {
    Session with = session();
    Map<String, Variant<?>> properties =
        Map.of(
            INTERFACE + "Item.Label", new Variant<>(entry.label()),
            INTERFACE + "Item.Attributes", new Variant<>(entry.attributes(), "a{ss}"));
    return thing(
        ask(() ->
                object(collection, SecretObjects.Collection.class)
                    .CreateItem(properties, with.key().seal(with.path(), secret), true))
            .second);
  }

  /// Deletes an item.
  ///
  /// @return the prompt without which it is not deleted
  Optional<DBusPath> delete(DBusPath item) throws SecretServiceException {
    return thing(ask(() -> object(item, SecretObjects.Item.class).Delete()));
  }

  /// Has a prompt do what it is for, which may show its person something.
  ///
  /// @return completed when it is over, with whether it was dismissed
  CompletableFuture<Boolean> show(DBusPath path) throws SecretServiceException {
    CompletableFuture<Boolean> over = new CompletableFuture<>();
    // Before it is shown: a prompt may be over before its call returns.
    AutoCloseable listening =
        ask(() ->
            bus.addSigHandler(
                SecretPrompt.Completed.class,
                signal -> {
                  if (owner.equals(signal.getSource()) && path.getPath().equals(signal.getPath())) {
                    trusted |= keeper == SecretKeeper.KEEPASSXC && !signal.dismissed;
                    over.complete(signal.dismissed);
                  }
                }));
    var _ = over.whenComplete((_, _) -> stop(listening));
    ask(() -> {
      object(path, SecretPrompt.class).Prompt("");
      return path;
    });
    return over;
  }

  /// Takes away a prompt that was shown. That this fails changes nothing.
  void dismiss(DBusPath path) {
    try {
      object(path, SecretPrompt.class).Dismiss();
    } catch (DBusException | DBusExecutionException e) {
      LOG.debug("A prompt could not be taken away: {}", e.getClass().getSimpleName());
    }
  }

  /// Forgets a prompt that is not to be shown. With most keepers it goes with the connection, and
  /// has to: gnome-keyring 42 ends when such a one is dismissed while it asks somebody else's
  /// question.
  void drop(DBusPath path) {
    if (keeper == SecretKeeper.KEEPASSXC) {
      dismiss(path);
    }
  }

  /// Whether KWallet has this one open: its Secret Service says "locked" until a client has asked
  /// for it once, though it would ask nobody.
  boolean isOpenWallet(DBusPath collection) throws SecretServiceException {
    if (keeper != SecretKeeper.KWALLET) {
      return false;
    }
    String label = ask(() -> properties(collection).Get(INTERFACE + "Collection", "Label"));
    for (String daemon : List.of("kwalletd5", "kwalletd6")) {
      String name = "org.kde." + daemon;
      if (names.NameHasOwner(name)) {
        return ask(() ->
            bus.getRemoteObject(name, "/modules/" + daemon, SecretObjects.Wallets.class)
                .isOpen(label));
      }
    }
    return false;
  }

  private Session session() throws SecretServiceException {
    if (session.isEmpty()) {
      session = Optional.of(ask(this::encrypted));
    }
    return session.get();
  }

  /// With a key that both sides read alike: KWallet of KDE Frameworks 5 loses zeros that belong to
  /// one, so those are tried again. Where nothing is encrypted with us, as where KWallet lacks its
  /// plugin for that and calls our part invalid, it is not.
  private Session encrypted() throws GeneralSecurityException {
    try {
      while (true) {
        KeyPair ours = TransportKey.part();
        Two<Variant<?>, DBusPath> theirs =
            service.OpenSession(
                TransportKey.ENCRYPTED, new Variant<>(TransportKey.published(ours), "ay"));
        Optional<TransportKey> key = TransportKey.agreed(ours, (byte[]) theirs.first.getValue());
        if (key.isPresent()) {
          return new Session(theirs.second, key.get());
        }
      }
    } catch (DBusExecutionException refused) {
      return new Session(
          service.OpenSession(TransportKey.PLAIN, new Variant<>("")).second, TransportKey.plain());
    }
  }

  private Properties properties(DBusPath path) throws DBusException {
    return object(path, Properties.class);
  }

  private <T extends DBusInterface> T object(DBusPath path, Class<T> type) throws DBusException {
    return bus.getRemoteObject(NAME, path.getPath(), type);
  }

  /// What the kernel calls the program at the other end; empty if it does not tell us.
  private String program() {
    try {
      Path name = Path.of("/proc", names.GetConnectionUnixProcessID(owner).toString(), "comm");
      return Files.readString(name);
    } catch (IOException | DBusExecutionException e) {
      return "";
    }
  }

  private static Optional<DBusPath> thing(DBusPath path) {
    return Optional.of(path).filter(it -> !it.getPath().equals(NOTHING));
  }

  /// KeePassXC 2.7 finds entries in its recycle bin, too, and has no paths for them.
  private static List<DBusPath> things(List<DBusPath> paths) {
    return paths.stream().map(SecretSession::thing).flatMap(Optional::stream).toList();
  }

  private static void stop(AutoCloseable listening) {
    try {
      listening.close();
    } catch (Exception e) {
      // It ends with the connection.
    }
  }

  private <T> T ask(Question<T> question) throws SecretServiceException {
    try {
      return question.ask();
    } catch (DBusException | DBusExecutionException | GeneralSecurityException e) {
      throw judged(e, keeper);
    }
  }

  /// By the kind of error alone: what a program says about a failure is not ours to vouch for.
  private static SecretServiceException judged(Exception e, SecretKeeper keeper) {
    String type = e instanceof DBusExecutionException told ? String.valueOf(told.getType()) : "";
    Reason reason =
        switch (e) {
          case ServiceUnknown _ -> Reason.ABSENT;
          case AccessDenied _ -> Reason.DENIED;
          case NoReply _ -> Reason.SILENT;
          case Exception _ when type.endsWith(".IsLocked") -> Reason.LOCKED;
          case Exception _ when type.endsWith(".NameHasNoOwner") -> Reason.ABSENT;
          case Exception _ -> Reason.FAILED;
        };
    String name = e.getClass().getSimpleName();
    return new SecretServiceException(reason, keeper, type.isEmpty() ? name : type);
  }

  @FunctionalInterface
  private interface Question<T> {
    T ask() throws DBusException, GeneralSecurityException;
  }
}
