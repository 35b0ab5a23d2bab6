package dev.upkeep.desktop.linux.notification;

import dev.upkeep.desktop.Notice;
import dev.upkeep.desktop.NoticeListener;
import dev.upkeep.desktop.linux.bus.BusLink;
import dev.upkeep.desktop.linux.bus.BusPart;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.freedesktop.dbus.errors.NoReply;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Our notifications on the bus, one call at a time: a notice that replaces another needs the
/// number that the server gave to that one.
final class NotificationQueue implements BusPart {
  private static final Logger LOG = LoggerFactory.getLogger(NotificationQueue.class);

  private final NotificationForm form;
  private final Deque<Request> waiting = new ArrayDeque<>();
  private final Map<String, Shown> shown = new HashMap<>();
  private Optional<NoticeListener> listener = Optional.empty();
  private Optional<BusLink> link = Optional.empty();
  private Optional<Notifications> server = Optional.empty();
  private Optional<Set<String>> capabilities = Optional.empty();
  private boolean busy;
  private boolean missed;

  NotificationQueue(NotificationForm form) {
    this.form = form;
  }

  void listen(NoticeListener listener) {
    this.listener = Optional.of(listener);
  }

  /// Shows a notice after those that wait already.
  ///
  /// @param taken completed with whether the server has it
  void show(Notice notice, CompletableFuture<Boolean> taken) {
    waiting.add(new Show(notice, taken));
    next();
  }

  void withdraw(String tag) {
    waiting.add(new Withdraw(tag));
    next();
  }

  @Override
  public String peer() {
    return Notifications.NAME;
  }

  @Override
  public void connected(BusLink to) throws DBusException {
    to.on(Notifications.ActionInvoked.class, this::pressed);
    to.on(Notifications.NotificationClosed.class, this::closed);
    server =
        Optional.of(to.object(Notifications.NAME, Notifications.PATH, Notifications.class, true));
    link = Optional.of(to);
  }

  /// Numbers of another server mean nothing to this one, or something else. Those of this one may
  /// be here already, when our call started it.
  @Override
  public void peerArrived(String owner) {
    capabilities = Optional.empty();
    shown.values().removeIf(it -> !it.owner().equals(owner));
  }

  @Override
  public void peerLeft() {
    capabilities = Optional.empty();
    shown.clear();
  }

  @Override
  public void disconnected() {
    link = Optional.empty();
    server = Optional.empty();
    peerLeft();
    refuseAll();
  }

  @Override
  public void leave(BusLink from) {
    disconnected();
  }

  @Override
  public String toString() {
    return "The notifier";
  }

  private void next() {
    if (link.isEmpty() || server.isEmpty()) {
      refuseAll();
    } else if (!busy && !waiting.isEmpty()) {
      busy = true;
      send(waiting.remove(), link.get(), server.get());
    }
  }

  private void send(Request request, BusLink to, Notifications server) {
    switch (request) {
      case Show show -> {
        if (capabilities.isPresent()) {
          send(show, capabilities.get(), to, server);
        } else {
          var _ =
              to.<List<String>>call(server, "GetCapabilities")
                  .whenComplete((answer, failure) -> {
                    if (failure != null) {
                      refuse(show, failure);
                    } else {
                      capabilities = Optional.of(Set.copyOf(answer.value()));
                      send(show, Set.copyOf(answer.value()), to, server);
                    }
                  });
        }
      }
      case Withdraw(String tag) -> {
        Optional<Shown> there = Optional.ofNullable(shown.remove(tag));
        there.ifPresent(it -> {
          var _ =
              to.<Void>call(server, "CloseNotification", it.id()).whenComplete((_, _) -> done());
        });
        if (there.isEmpty()) {
          done();
        }
      }
    }
  }

  private void send(Show show, Set<String> capabilities, BusLink to, Notifications server) {
    Notice notice = show.notice();
    UInt32 replaces =
        Optional.ofNullable(shown.get(notice.tag())).map(Shown::id).orElse(new UInt32(0));
    var _ =
        to.<UInt32>call(server, "Notify", form.arguments(notice, replaces, capabilities))
            .whenComplete((answer, failure) -> {
              if (failure != null) {
                refuse(show, failure);
              } else {
                if (missed) {
                  missed = false;
                  LOG.info("Notifications are shown again");
                }
                shown.put(notice.tag(), new Shown(answer.value(), answer.from()));
                show.taken().complete(true);
                done();
              }
            });
  }

  private void refuse(Show show, Throwable failure) {
    if (!missed) {
      missed = true;
      LOG.info("Notifications cannot be shown at present: {}", failure.getMessage());
    }
    show.taken().complete(false);
    if (failure instanceof NoReply) {
      // It is frozen: each of the others would wait as long for the same.
      refuseAll();
    }
    done();
  }

  private void refuseAll() {
    waiting.forEach(request -> {
      if (request instanceof Show show) {
        show.taken().complete(false);
      }
    });
    waiting.clear();
  }

  private void done() {
    busy = false;
    next();
  }

  private void pressed(Notifications.ActionInvoked signal) {
    tagOf(signal, signal.id)
        .ifPresent(tag -> listener.ifPresent(it -> it.pressed(tag, signal.action)));
  }

  private void closed(Notifications.NotificationClosed signal) {
    tagOf(signal, signal.id).ifPresent(shown::remove);
  }

  /// Servers tell everybody about everybody's notifications, and anybody can claim to be one.
  private Optional<String> tagOf(DBusSignal signal, UInt32 id) {
    return shown.entrySet().stream()
        .filter(it -> it.getValue().equals(new Shown(id, signal.getSource())))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private sealed interface Request {}

  private record Show(Notice notice, CompletableFuture<Boolean> taken) implements Request {}

  private record Withdraw(String tag) implements Request {}

  /// What a server knows.
  ///
  /// @param owner the unique name of the server that gave the number
  private record Shown(UInt32 id, String owner) {}
}
