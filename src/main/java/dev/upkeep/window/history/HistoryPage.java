package dev.upkeep.window.history;

import dev.upkeep.window.page.Page;
import dev.upkeep.window.page.PageContext;
import dev.upkeep.window.page.Route;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Shows what happened: one filter, figures and chart above, all touches below.
public final class HistoryPage implements Page {
  private final HistoryModel model;
  private final HistoryFilters filters;
  private final HistoryTable table;
  private final VBox view = new VBox();
  private final StagedLayout unfolding;
  private boolean whole;
  private boolean seen;

  private HistoryPage(
      PageContext surroundings,
      HistoryModel model,
      Function<HistoryExport.Form, Optional<Path>> chooser) {
    this.model = model;
    this.filters = new HistoryFilters(model, surroundings.texts(), chooser);
    this.table = new HistoryTable(model, surroundings);
    ChartView chart = new ChartView(surroundings.texts());
    UptimeFigures figures = new UptimeFigures();
    model.chart().addListener((_, _, now) -> chart.show(now, model.words()));
    model.figures().addListener((_, _, now) -> figures.show(now));
    HBox above = new HBox(figures.view(), chart);
    HBox.setHgrow(chart, Priority.ALWAYS);
    above.getStyleClass().add("history-above");
    // Without a database there is nothing to draw or to count.
    above
        .visibleProperty()
        .bind(Bindings.createBooleanBinding(() -> !model.names().get().isEmpty(), model.names()));
    above.managedProperty().bind(above.visibleProperty());
    this.unfolding =
        new StagedLayout(view, List.of(filters.view(), above, table.view()), this::unfolded);
    VBox.setVgrow(table.view(), Priority.ALWAYS);
    view.getStyleClass().add("history");
  }

  /// The page, and the model behind it.
  public static HistoryPage of(PageContext surroundings) {
    return of(surroundings, new SaveDialog(surroundings.texts()));
  }

  /// The same for a test, which answers where to save by itself.
  public static HistoryPage of(
      PageContext surroundings, Function<HistoryExport.Form, Optional<Path>> chooser) {
    HistoryModel model =
        new HistoryModel(
            surroundings.agent(), surroundings.texts(), surroundings.time(), surroundings.toasts());
    HistoryPage page = new HistoryPage(surroundings, model, chooser);
    model.start();
    return page;
  }

  HistoryModel model() {
    return model;
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public void show(Route place) {
    if (place instanceof Route.History(var database) && database.isPresent()) {
      model.filter().set(model.filter().get().of(database));
    }
    seen = true;
    if (whole) {
      present();
    } else {
      unfolding.start();
    }
  }

  /// What happened comes last, so that its lines have a frame of their own.
  private void unfolded() {
    whole = true;
    if (seen) {
      present();
    }
  }

  private void present() {
    model.seen(true);
    table.focus();
  }

  @Override
  public void hide() {
    seen = false;
    model.seen(false);
  }

  @Override
  public void find() {
    filters.focus();
  }

  @Override
  public boolean escape() {
    if (model.filter().get().equals(HistoryFilter.FIRST)) {
      return false;
    }
    model.filter().set(HistoryFilter.FIRST);
    return true;
  }
}
