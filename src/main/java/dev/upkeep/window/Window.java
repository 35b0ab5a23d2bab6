package dev.upkeep.window;

import dev.upkeep.control.Change;
import dev.upkeep.control.client.ControlClient;
import dev.upkeep.control.instance.AgentPlace;
import dev.upkeep.language.Language;
import dev.upkeep.window.link.AgentLink;
import dev.upkeep.window.link.OwnAgentStarter;
import dev.upkeep.window.page.FxTimer;
import dev.upkeep.window.page.Route;
import dev.upkeep.window.page.WindowMemory;
import dev.upkeep.window.page.WindowTime;
import dev.upkeep.window.shell.Content;
import dev.upkeep.window.shell.Frame;
import dev.upkeep.window.shell.Tab;
import dev.upkeep.window.text.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.stage.Stage;

/// The window as a process: opens it, and returns when it was closed. Not the application class of
/// the toolkit, since Java refuses to start a process with that from the class path.
public final class Window {
  private static final Duration BEAT = Duration.ofSeconds(1);

  private final Path stateFolder;
  private final Optional<String> profile;
  private final Route first;

  private Window(Path stateFolder, Optional<String> profile, Route first) {
    this.stateFolder = stateFolder;
    this.profile = profile;
    this.first = first;
  }

  /// Says that a window will be opened: what takes long and needs to know nothing begins at once,
  /// on a thread of its own. Whatever goes wrong is thrown by [#open].
  public static void prepare() {
    Toolkit.begin();
  }

  /// Opens the window and blocks until it is closed. Once in a process.
  ///
  /// @param stateFolder where the agent is to be found
  /// @param profile that leads there; empty for the default one
  /// @param database whose history to begin with; empty for the overview
  /// @return whether there is a screen; without one nothing was opened
  /// @throws UnsatisfiedLinkError if a library of the system is missing that windows are drawn with
  public static boolean open(Path stateFolder, Optional<String> profile, Optional<UUID> database) {
    Route first =
        database
            .<Route>map(id -> new Route.History(Optional.of(id)))
            .orElseGet(Route.Databases::new);
    if (!Toolkit.await()) {
      return false;
    }
    new Window(stateFolder, profile, first).run();
    return true;
  }

  private void run() {
    CountDownLatch closed = new CountDownLatch(1);
    AtomicReference<RuntimeException> fault = new AtomicReference<>();
    Platform.runLater(() -> {
      try {
        show(closed::countDown);
      } catch (RuntimeException e) {
        fault.set(e);
        closed.countDown();
      }
    });
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Platform.exit();
    RuntimeException thrown = fault.get();
    if (thrown != null) {
      throw thrown;
    }
  }

  private void show(Runnable whenClosed) {
    AgentPlace place = AgentPlace.in(stateFolder);
    InstantSource clock = InstantSource.system();
    Executor window = Platform::runLater;
    Executor workers = work -> Thread.ofVirtual().name("request").start(work);
    FirstFrame firstFrame = new FirstFrame();
    AgentLink link =
        new AgentLink(
            () -> ControlClient.connect(place),
            firstFrame,
            new NextFrame(firstFrame),
            workers,
            Thread::sleep,
            clock);
    WindowMemory memory = WindowMemory.in(stateFolder);
    Content content =
        Content.of(
            new Content.Parts(
                link,
                new OwnAgentStarter(place, profile, System.getenv()),
                memory,
                Texts.in(Language.locale(System.getenv())),
                new WindowTime(clock, ZoneId.systemDefault(), new FxTimer()),
                workers,
                window),
            Pages.ALL);
    link.start();
    Frame frame = new Frame(new Stage(), memory);
    frame.show(
        content,
        first,
        () -> {
          link.close();
          whenClosed.run();
        });
    firstFrame.await(content.shell().tab(Tab.DATABASES));
    link.onChange(change -> {
      if (change instanceof Change.Wanted(Optional<UUID> database)) {
        frame.raise(content.shell(), database);
      }
    });
    WindowTime.Waiting _ = new FxTimer().every(BEAT, content.shell().model()::refresh);
  }
}
