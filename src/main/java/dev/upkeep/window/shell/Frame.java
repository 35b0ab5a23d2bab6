package dev.upkeep.window.shell;

import dev.upkeep.window.page.Route;
import dev.upkeep.window.page.WindowMemory;
import dev.upkeep.window.page.WindowMemory.Geometry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The window on the screen: its title, its icon, and where it was when it was closed last.
public final class Frame {
  private static final double LEAST_WIDTH = 760;
  private static final double LEAST_HEIGHT = 480;
  private static final List<String> ICONS = List.of("16", "32", "48", "128");

  private final Stage stage;
  private final WindowMemory memory;

  public Frame(Stage stage, WindowMemory memory) {
    this.stage = stage;
    this.memory = memory;
  }

  /// Shows the content.
  ///
  /// @param whenClosed run once, after the window was closed
  public void show(Content content, Route first, Runnable whenClosed) {
    Shell shell = content.shell();
    stage.setTitle(content.title());
    stage.getIcons().setAll(icons().toList());
    stage.setScene(content.scene());
    List<WindowPlace.Area> screens = screens();
    place(screens);
    stage.setOnHiding(_ -> memory.keep(geometry()));
    stage.setOnHidden(_ -> whenClosed.run());
    shell.go(shell.offers(first.getClass()) ? first : new Route.Databases());
    stage.show();
  }

  /// Comes to the front, as far as the system lets a window do so.
  ///
  /// @param database whose history to go to; empty to stay where it is
  public void raise(Shell shell, Optional<UUID> database) {
    database.ifPresent(id -> shell.goIfOffered(new Route.History(Optional.of(id))));
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }

  private void place(List<WindowPlace.Area> screens) {
    // On a small screen, or one whose units are large, the least is what there is.
    stage.setMinWidth(least(LEAST_WIDTH, screens, WindowPlace.Area::width));
    stage.setMinHeight(least(LEAST_HEIGHT, screens, WindowPlace.Area::height));
    memory
        .geometry()
        .map(known -> WindowPlace.fit(known, screens))
        .ifPresentOrElse(this::restore, () -> begin(screens));
  }

  private static double least(
      double usual, List<WindowPlace.Area> screens, ToDoubleFunction<WindowPlace.Area> size) {
    return Math.min(usual, screens.stream().mapToDouble(size).min().orElse(usual));
  }

  /// At first the system chooses the place, unless the window would be larger than the screen.
  private void begin(List<WindowPlace.Area> screens) {
    screens.stream()
        .findFirst()
        .filter(main -> main.width() < Content.WIDTH || main.height() < Content.HEIGHT)
        .map(main ->
            WindowPlace.fit(
                new Geometry(main.x(), main.y(), Content.WIDTH, Content.HEIGHT, false), screens))
        .ifPresent(this::restore);
  }

  private void restore(Geometry geometry) {
    stage.setX(geometry.x());
    stage.setY(geometry.y());
    stage.setWidth(geometry.width());
    stage.setHeight(geometry.height());
    stage.setMaximized(geometry.maximized());
  }

  /// A maximised window forgets how large it was before, which is no loss.
  private Geometry geometry() {
    return new Geometry(
        stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
  }

  /// What of each screen windows may have, the main one first. One may have been taken away since.
  private static List<WindowPlace.Area> screens() {
    List<Screen> all = new ArrayList<>(Screen.getScreens());
    all.sort(Comparator.comparing(screen -> !screen.equals(Screen.getPrimary())));
    return all.stream()
        .map(Screen::getVisualBounds)
        .map(box ->
            new WindowPlace.Area(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight()))
        .toList();
  }

  private static Stream<Image> icons() {
    return ICONS.stream()
        .map(size -> Frame.class.getResourceAsStream("upkeep-" + size + ".png"))
        .flatMap(stream -> Optional.ofNullable(stream).stream())
        .map(Image::new);
  }
}
