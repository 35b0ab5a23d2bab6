package dev.upkeep.desktop.linux.bus;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.freedesktop.dbus.connections.AbstractConnection;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.errors.NoReply;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.exceptions.NotConnected;
import org.freedesktop.dbus.interfaces.CallbackHandler;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.jspecify.annotations.Nullable;

/// One connection of a [Bus], from its opening to its loss, with what all parts need: calls that do
/// not block, signals on the bus's thread, and the owners of names.
public final class BusLink {
  private static final String BUS = "org.freedesktop.DBus";

  /// A peer that answers a call is done in milliseconds; one that is frozen never is.
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);

  private final DBusConnection connection;
  private final BusThread thread;
  private final DBus bus;
  private final Map<BusPart, Watch> watches = new HashMap<>();
  private final Map<Integer, CompletableFuture<?>> unanswered = new HashMap<>();
  private int calls;

  private BusLink(DBusConnection connection, BusThread thread) throws DBusException {
    this.connection = connection;
    this.thread = thread;
    this.bus = connection.getRemoteObject(BUS, "/org/freedesktop/DBus", DBus.class);
  }

  /// Connects. Blocks for as long as a frozen bus pleases; an interrupt ends it.
  ///
  /// @param thread where everything is told
  /// @param lost told there when the connection is lost
  static BusLink open(DBusConnectionBuilder builder, BusThread thread, Consumer<BusLink> lost)
      throws DBusException {
    CompletableFuture<Void> loss = new CompletableFuture<>();
    DBusConnection connection =
        builder
            .withShared(false)
            .withDisconnectCallback(new LossCallback(loss))
            .receivingThreadConfig()
            // One, so that what a person does arrives in order.
            .withMethodCallThreadCount(1)
            .connectionConfig()
            .build();
    BusLink link = new BusLink(connection, thread);
    var _ =
        loss.thenRun(() ->
            thread.post(() -> {
              link.giveUpWaiting();
              lost.accept(link);
            }));
    return link;
  }

  /// Whether the other side is known to be gone.
  boolean isLost() {
    return !connection.isConnected();
  }

  void disconnect() {
    connection.disconnect();
  }

  public void requestName(String name) throws DBusException {
    connection.requestBusName(name);
  }

  public void releaseName(String name) throws DBusException {
    connection.releaseBusName(name);
  }

  public void export(String path, DBusInterface object) throws DBusException {
    connection.exportObject(path, object);
  }

  public void unexport(String path) {
    connection.unExportObject(path);
  }

  /// What to call a peer through, with [#call]. Make one per connection: dbus-java keeps them all.
  ///
  /// @param startable whether the bus may start the peer for it
  public <T extends DBusInterface> T object(
      String name, String path, Class<T> type, boolean startable) throws DBusException {
    return connection.getRemoteObject(name, path, type, startable);
  }

  /// Sends a signal. One that can no longer be sent is not missed by anybody.
  public void emit(DBusSignal signal) {
    try {
      connection.sendMessage(signal);
    } catch (NotConnected | RejectedExecutionException e) {
      // The loss is told by itself.
    }
  }

  /// Listens for a signal, whoever sends it: compare its source with the peer's owner.
  public <S extends DBusSignal> void on(Class<S> type, Consumer<S> handler) throws DBusException {
    connection.addSigHandler(type, signal -> thread.post(() -> handler.accept(signal)));
  }

  /// Calls a method without waiting for it. The answer comes on the bus's thread; it fails when
  /// there is none in time, or when the connection is lost.
  ///
  /// @param object from [#object]
  /// @param arguments of exactly the method's parameter types, none of them primitive
  public <A extends @Nullable Object> CompletableFuture<Answer<A>> call(
      DBusInterface object, String method, Object... arguments) {
    CompletableFuture<Answer<A>> answer = new CompletableFuture<>();
    int number = ++calls;
    unanswered.put(number, answer);
    Future<?> timeout =
        thread.later(
            ANSWERS_WITHIN, () -> answer.completeExceptionally(new NoReply("no answer in time")));
    var _ =
        answer.whenComplete((_, _) -> {
          timeout.cancel(false);
          unanswered.remove(number);
        });
    try {
      connection.callWithCallback(object, method, new Callback<>(this, answer), arguments);
    } catch (DBusExecutionException | RejectedExecutionException e) {
      thread.post(() -> answer.completeExceptionally(e));
    }
    return answer;
  }

  /// What a peer answered.
  ///
  /// @param from the unique name of who answered
  public record Answer<A extends @Nullable Object>(A value, String from) {}

  /// Tells a part now, and from now on, who owns its peer's name.
  void watch(String name, BusPart part) throws DBusException {
    Watch watch = new Watch(name, part);
    watches.put(part, watch);
    connection.addSigHandler(
        new OwnerRule(name),
        (DBus.NameOwnerChanged signal) -> {
          // Anybody could send us something of this name.
          if (BUS.equals(signal.getSource()) && name.equals(signal.name)) {
            thread.post(() -> watch.ownerIs(signal.newOwner));
          }
        });
    if (bus.NameHasOwner(name)) {
      watch.ownerIs(bus.GetNameOwner(name));
    } else {
      part.peerLeft();
    }
  }

  void unwatch(BusPart part) {
    Optional.ofNullable(watches.remove(part)).ifPresent(Watch::stop);
  }

  private void giveUpWaiting() {
    List.copyOf(unanswered.values())
        .forEach(call -> call.completeExceptionally(new NotConnected("the bus is gone")));
  }

  /// Who owns a name, told to one part, each owner once.
  private static final class Watch {
    private final String name;
    private final BusPart part;
    private String owner = "";
    private boolean stopped;

    Watch(String name, BusPart part) {
      this.name = name;
      this.part = part;
    }

    void ownerIs(String now) {
      if (stopped || owner.equals(now)) {
        return;
      }
      owner = now;
      if (now.isEmpty()) {
        part.peerLeft();
      } else {
        part.peerArrived(now);
      }
    }

    void stop() {
      stopped = true;
    }

    @Override
    public String toString() {
      return name + " owned by " + owner;
    }
  }

  private static final class Callback<A extends @Nullable Object> implements CallbackHandler<A> {
    private final BusLink link;
    private final CompletableFuture<Answer<A>> answer;

    Callback(BusLink link, CompletableFuture<Answer<A>> answer) {
      this.link = link;
      this.answer = answer;
    }

    @Override
    public void handle(A value) {
      String from = AbstractConnection.getCallInfo().getSource();
      link.thread.post(() -> answer.complete(new Answer<>(value, from)));
    }

    @Override
    public void handleError(DBusExecutionException e) {
      link.thread.post(() -> answer.completeExceptionally(e));
    }
  }
}
