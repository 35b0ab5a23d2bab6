package dev.upkeep.window.shell;

import dev.upkeep.window.link.AgentStarter;
import dev.upkeep.window.link.AgentView;
import dev.upkeep.window.page.Appearances;
import dev.upkeep.window.page.PageContext;
import dev.upkeep.window.page.PageKind;
import dev.upkeep.window.page.Toasts;
import dev.upkeep.window.page.TouchRun;
import dev.upkeep.window.page.WindowMemory;
import dev.upkeep.window.page.WindowTime;
import dev.upkeep.window.text.Texts;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.scene.Scene;

/// Everything between the agent and the scene, put together. Belongs to the window's thread.
public final class Content {
  static final double WIDTH = 1000;
  static final double HEIGHT = 680;

  private final Scene scene;
  private final Shell shell;

  private final Toasts toasts;
  private final Intake intake;
  private final String title;

  private Content(Scene scene, Shell shell, Toasts toasts, Intake intake, String title) {
    this.intake = intake;
    this.scene = scene;
    this.shell = shell;
    this.toasts = toasts;
    this.title = title;
  }

  /// What the window is made of.
  ///
  /// @param workers runs what blocks
  /// @param window runs what it is given later, on the window's thread
  public record Parts(
      AgentView agent,
      AgentStarter starter,
      WindowMemory memory,
      Texts texts,
      WindowTime time,
      Executor workers,
      Executor window) {}

  /// Puts it together; shows no page yet.
  public static Content of(Parts parts, List<PageKind> pages) {
    Toasts toasts = new Toasts(parts.texts(), parts.time().timer());
    Appearances appearances = new Appearances(parts.memory());
    TouchRun touching = new TouchRun(parts.agent());
    ShellModel model =
        new ShellModel(
            parts.agent(),
            parts.texts(),
            parts.time(),
            toasts,
            touching,
            parts.starter(),
            parts.workers(),
            parts.window());
    Shell shell = new Shell(pages, model, parts.texts());
    shell.fill(
        new PageContext(
            parts.agent(), parts.texts(), parts.time(), shell, toasts, appearances, touching));
    Scene scene = new Scene(shell.root(), WIDTH, HEIGHT);
    Theme.follow(scene, appearances);
    Intake intake =
        new Intake(shell::goIfOffered, toasts, parts.texts(), parts.workers(), parts.window());
    intake.listen(scene);
    Keys.install(scene, shell, intake);
    model.start();
    return new Content(scene, shell, toasts, intake, parts.texts().say(ShellText.TITLE));
  }

  public Scene scene() {
    return scene;
  }

  public Toasts toasts() {
    return toasts;
  }

  /// Takes what is dropped on any page.
  public Intake intake() {
    return intake;
  }

  String title() {
    return title;
  }

  public Shell shell() {
    return shell;
  }
}
