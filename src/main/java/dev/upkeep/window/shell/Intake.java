package dev.upkeep.window.shell;

import dev.upkeep.database.paste.ConnectionText;
import dev.upkeep.window.intake.Clip;
import dev.upkeep.window.intake.DroppedFiles;
import dev.upkeep.window.intake.Gathered;
import dev.upkeep.window.page.Route;
import dev.upkeep.window.page.Toasts;
import dev.upkeep.window.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Takes what is pasted or dropped on any page to where it is added. What it is, is found out away
/// from the window's thread; what holds no database leads nowhere.
public final class Intake {
  private static final Pattern CONNECTION =
      Pattern.compile("\\brediss?://[^\\s/]|_REDIS_REST_(URL|TOKEN)\\b");

  private final Consumer<Route> leads;
  private final Toasts toasts;
  private final Texts texts;
  private final Executor workers;
  private final Executor window;

  /// @param workers runs what blocks
  /// @param window runs what it is given later, on the window's thread
  Intake(Consumer<Route> leads, Toasts toasts, Texts texts, Executor workers, Executor window) {
    this.leads = leads;
    this.toasts = toasts;
    this.texts = texts;
    this.workers = workers;
    this.window = window;
  }

  /// Lets things be dropped on the whole scene.
  void listen(Scene scene) {
    scene.setOnDragOver(event -> {
      if (event.getGestureSource() == null && fits(event.getDragboard())) {
        event.acceptTransferModes(TransferMode.COPY);
      }
      event.consume();
    });
    scene.setOnDragDropped(this::dropped);
  }

  private static boolean fits(Clipboard offered) {
    return offered.hasFiles() || offered.hasString();
  }

  private void dropped(DragEvent event) {
    boolean fits = fits(event.getDragboard());
    if (fits) {
      take(event.getDragboard());
    }
    event.setDropCompleted(fits);
    event.consume();
  }

  /// Takes what the clipboard holds.
  void paste() {
    take(Clipboard.getSystemClipboard());
  }

  /// Whether the clipboard holds what is a connection text at the first glance.
  boolean holdsConnectionText() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    return clipboard.hasString() && CONNECTION.matcher(clipboard.getString()).find();
  }

  private void take(Clipboard given) {
    if (given.hasFiles()) {
      take(given.getFiles().stream().map(File::toPath).toList());
    } else if (given.hasString()) {
      take(given.getString());
    } else {
      toasts.warn(texts.say(ShellText.NOTHING_PASTED));
    }
  }

  /// Takes files and folders.
  public void take(List<Path> files) {
    workers.execute(() -> {
      Gathered gathered = DroppedFiles.read(files);
      window.execute(() -> {
        if (gathered.pieces().isEmpty() && gathered.problems().isEmpty()) {
          toasts.warn(
              texts.say(ShellText.NOTHING_IN_FILES, gathered.read(), gathered.unreadable()));
        } else {
          leads.accept(new Route.Take(gathered));
        }
      });
    });
  }

  /// Takes a text.
  public void take(String text) {
    Clip clip = new Clip(text);
    workers.execute(() -> {
      ConnectionText.Reading reading = ConnectionText.read(clip.text());
      boolean nothing =
          reading.found().isEmpty()
              && reading.problems().stream()
                  .allMatch(one -> one.kind() == ConnectionText.Kind.NOTHING_FOUND);
      window.execute(() -> {
        if (nothing) {
          toasts.warn(texts.say(ShellText.NOTHING_PASTED));
        } else {
          leads.accept(new Route.Paste(clip));
        }
      });
    });
  }
}
