package dev.upkeep.desktop.awt;

import dev.upkeep.desktop.Tray;
import dev.upkeep.desktop.TrayListener;
import dev.upkeep.desktop.TrayMark;
import dev.upkeep.desktop.TrayView;
import java.awt.AWTError;
import java.awt.AWTException;
import java.awt.EventQueue;
import java.awt.HeadlessException;
import java.awt.Image;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.TrayIcon.MessageType;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The tray through [SystemTray].
///
/// AWT starts on a thread of ours, which takes a while and happens once; after that every call is
/// posted to its event thread, which alone owns the icon and the menu. Right after login Windows
/// may have no taskbar yet, so adding the icon is tried again until it succeeds.
public final class AwtTray implements Tray {
  private static final Logger LOG = LoggerFactory.getLogger(AwtTray.class);
  private static final long RETRY_SECONDS = 5;

  private final Supplier<IconSet> icons;
  private final AtomicReference<@Nullable TrayView> wanted = new AtomicReference<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean running;
  private volatile IconSet set = IconSet.DARK;
  private volatile Runnable noticeClicked = () -> {};

  // Of the event thread.
  private final Map<Drawing, Image> images = new HashMap<>();
  private final Clicks clicks = new Clicks();
  private @Nullable TrayIcon icon;
  private @Nullable Drawing shown;
  private @Nullable AwtMenu menu;

  /// A mark as it is drawn for one kind of tray.
  private record Drawing(TrayMark mark, IconSet set) {}

  /// Loads nothing of AWT yet.
  ///
  /// @param icons for the tray as it is at present; asked before each view is shown, on a thread
  ///   that may wait
  public AwtTray(Supplier<IconSet> icons) {
    this.icons = icons;
  }

  @Override
  public void start(TrayListener listener) {
    Thread.ofPlatform().daemon().name("tray-start").start(() -> begin(listener));
  }

  @Override
  public void show(TrayView view) {
    wanted.set(view);
    if (running) {
      Thread.ofVirtual().name("tray-theme").start(this::updateForTheme);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    if (running) {
      EventQueue.invokeLater(this::remove);
    }
  }

  /// Who hears of a click on a notice, on the event thread.
  void onNoticeClicked(Runnable clicked) {
    noticeClicked = clicked;
  }

  /// Shows a notice at the icon.
  ///
  /// @return completed with false if there is no icon at present
  CompletableFuture<Boolean> display(String title, String text, MessageType type) {
    CompletableFuture<Boolean> taken = new CompletableFuture<>();
    if (!running) {
      taken.complete(false);
      return taken;
    }
    EventQueue.invokeLater(() -> {
      TrayIcon present = icon;
      if (present != null) {
        present.displayMessage(title, text, type);
      }
      taken.complete(present != null);
    });
    return taken;
  }

  private void begin(TrayListener listener) {
    try {
      boolean told = false;
      while (closed.getCount() > 0) {
        if (SystemTray.isSupported() && added(listener)) {
          return;
        }
        if (!told) {
          LOG.info("There is no tray yet; looking again every {} s.", RETRY_SECONDS);
          listener.shown(false);
          told = true;
        }
        if (closed.await(RETRY_SECONDS, TimeUnit.SECONDS)) {
          return;
        }
      }
    } catch (HeadlessException | AWTError | LinkageError e) {
      LOG.warn("This computer offers no tray: {}", e.toString());
      listener.shown(false);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean added(TrayListener listener) throws InterruptedException {
    try {
      set = icons.get();
      EventQueue.invokeAndWait(() -> add(listener));
    } catch (InvocationTargetException e) {
      LOG.warn("The icon could not be added to the tray.", e.getCause());
    }
    return running;
  }

  private void add(TrayListener listener) {
    PopupMenu popup = new PopupMenu();
    Drawing first = new Drawing(TrayMark.EMPTY, set);
    TrayIcon added = new TrayIcon(image(first));
    shown = first;
    added.setImageAutoSize(true);
    added.setPopupMenu(popup);
    added.addMouseListener(
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent event) {
            clicks.pressed(event.getWhen());
          }

          @Override
          public void mouseClicked(MouseEvent event) {
            // Of a double click only the first: what it opens is open then.
            if (event.getButton() == MouseEvent.BUTTON1 && event.getClickCount() == 1) {
              listener.activated();
            }
          }
        });
    added.addActionListener(event -> {
      if (clicks.onNotice(event.getWhen())) {
        noticeClicked.run();
      }
    });
    try {
      SystemTray.getSystemTray().add(added);
    } catch (AWTException e) {
      LOG.debug("The tray takes no icon at present.", e);
      return;
    }
    icon = added;
    menu = new AwtMenu(popup, listener::chosen);
    running = true;
    // Whatever was wanted, or closed, before running was true has not been posted.
    if (closed.getCount() == 0) {
      remove();
      return;
    }
    update();
    listener.shown(true);
  }

  private void update() {
    TrayView view = wanted.get();
    TrayIcon present = icon;
    AwtMenu entries = menu;
    if (view == null || present == null || entries == null) {
      return;
    }
    Drawing drawing = new Drawing(view.mark(), set);
    if (!drawing.equals(shown)) {
      present.setImage(image(drawing));
      shown = drawing;
    }
    String tooltip = tooltip(view);
    if (!tooltip.equals(present.getToolTip())) {
      present.setToolTip(tooltip);
    }
    entries.show(view.menu());
  }

  private void remove() {
    if (icon != null) {
      SystemTray.getSystemTray().remove(icon);
      icon = null;
      menu = null;
    }
  }

  /// A person may have changed the taskbar since.
  private void updateForTheme() {
    set = icons.get();
    EventQueue.invokeLater(this::update);
  }

  private Image image(Drawing drawing) {
    return images.computeIfAbsent(drawing, one -> one.set().image(one.mark()));
  }

  private static String tooltip(TrayView view) {
    String details = view.details().isEmpty() ? "" : "\n" + String.join("\n", view.details());
    return ShortText.of(view.headline() + details, ShortText.TOOLTIP);
  }
}
