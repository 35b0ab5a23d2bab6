package dev.upkeep.desktop.linux.notification;

import dev.upkeep.desktop.Notice;
import dev.upkeep.desktop.NoticeListener;
import dev.upkeep.desktop.linux.bus.BusLink;
import dev.upkeep.desktop.linux.bus.BusPart;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
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

  /// GNOME's shell keeps as many of one program; one more ends the oldest, be it an alarm.
  private static final int ROOM_IN_GNOME = 3;

  private final NotificationForm form;
  private final Deque<Request> waiting = new ArrayDeque<>();
  private final Map<String, Shown> shown = new LinkedHashMap<>();
  private Optional<NoticeListener> listener = Optional.empty();
  private Optional<BusLink> link = Optional.empty();
  private Optional<Notifications> server = Optional.empty();
  private Optional<Facts> facts = Optional.empty();
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
    facts = Optional.empty();
    shown.values().removeIf(it -> !it.owner().equals(owner));
  }

  @Override
  public void peerLeft() {
    facts = Optional.empty();
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
        if (facts.isPresent()) {
          make(show, facts.get(), to, server);
        } else {
          var _ =
              asked(to, server)
                  .whenComplete((answer, failure) -> {
                    if (failure != null) {
                      refuse(show, failure);
                    } else {
                      facts = Optional.of(answer);
                      make(show, answer, to, server);
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

  private static CompletableFuture<Facts> asked(BusLink to, Notifications server) {
    return to.<List<String>>call(server, "GetCapabilities")
        .thenCompose(capabilities ->
            to.<ServerInformation<String, String, String, String>>call(
                    server, "GetServerInformation")
                .handle((information, failure) ->
                    new Facts(
                        Set.copyOf(capabilities.value()),
                        failure == null && information.value().name.equals("gnome-shell"))));
  }

  /// Shows a notice where there is room for it: news makes room for news, and waits for alarms.
  private void make(Show show, Facts server, BusLink to, Notifications object) {
    Notice notice = show.notice();
    if (!server.isFull(shown, notice.tag())) {
      send(show, server.capabilities(), to, object);
      return;
    }
    Optional<Map.Entry<String, Shown>> news =
        shown.entrySet().stream().filter(it -> !it.getValue().alarm()).findFirst();
    if (news.isPresent()) {
      UInt32 oldest = news.get().getValue().id();
      shown.remove(news.get().getKey());
      var _ =
          to.<Void>call(object, "CloseNotification", oldest)
              .whenComplete((_, _) -> send(show, server.capabilities(), to, object));
    } else if (isAlarm(notice)) {
      send(show, server.capabilities(), to, object);
    } else {
      show.taken().complete(false);
      done();
    }
  }

  private static boolean isAlarm(Notice notice) {
    return notice.urgency() == Notice.Urgency.CRITICAL;
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
                shown.remove(notice.tag());
                shown.put(notice.tag(), new Shown(answer.value(), answer.from(), isAlarm(notice)));
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

  /// Takes it away first, and so before what is shown in its place: LXQt's daemon and mako tell of
  /// the press and leave the notice standing. The others have closed it already, and mind nothing.
  private void pressed(Notifications.ActionInvoked signal) {
    tagOf(signal, signal.id)
        .ifPresent(tag -> {
          withdraw(tag);
          listener.ifPresent(it -> it.pressed(tag, signal.action));
        });
  }

  private void closed(Notifications.NotificationClosed signal) {
    tagOf(signal, signal.id).ifPresent(shown::remove);
  }

  /// Servers tell everybody about everybody's notifications, and anybody can claim to be one.
  private Optional<String> tagOf(DBusSignal signal, UInt32 id) {
    return shown.entrySet().stream()
        .filter(it -> it.getValue().is(id, signal.getSource()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private sealed interface Request {}

  private record Show(Notice notice, CompletableFuture<Boolean> taken) implements Request {}

  private record Withdraw(String tag) implements Request {}

  /// What a server can do.
  ///
  /// @param few whether it keeps three notices of a program only
  private record Facts(Set<String> capabilities, boolean few) {
    boolean isFull(Map<String, Shown> shown, String tag) {
      return few && shown.size() >= ROOM_IN_GNOME && !shown.containsKey(tag);
    }
  }

  /// What a server knows.
  ///
  /// @param owner the unique name of the server that gave the number
  private record Shown(UInt32 id, String owner, boolean alarm) {
    boolean is(UInt32 number, String from) {
      return id.equals(number) && owner.equals(from);
    }
  }
}
