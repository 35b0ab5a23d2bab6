package dev.upkeep.window.shell;

import dev.upkeep.control.Mark;
import dev.upkeep.window.page.Navigator;
import dev.upkeep.window.page.Page;
import dev.upkeep.window.page.PageContext;
import dev.upkeep.window.page.PageKind;
import dev.upkeep.window.page.Route;
import dev.upkeep.window.page.Toasts;
import dev.upkeep.window.text.Texts;
import dev.upkeep.window.widget.Buttons;
import dev.upkeep.window.widget.StateMark;
import dev.upkeep.window.widget.Styles;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The window's content: header, headline, banners, the page, and toasts above all that.
public final class Shell implements Navigator {
  /// Below these, what stands around the pages takes less room.
  private static final double NARROW = 760;

  private static final double LOW = 520;

  private final List<PageKind> kinds;
  private final ShellModel model;
  private final Texts texts;
  private final Map<Class<? extends Route>, Page> pages = new HashMap<>();
  private final Map<Tab, ToggleButton> tabs = new EnumMap<>(Tab.class);
  private final StackPane slot = new StackPane();
  private final StackPane root = new StackPane();
  private Optional<PageContext> surroundings = Optional.empty();
  private final List<Button> accents = new ArrayList<>();
  private boolean forming;
  private Optional<Page> page = Optional.empty();

  /// A shell that is empty until it is filled.
  Shell(List<PageKind> kinds, ShellModel model, Texts texts) {
    this.kinds = List.copyOf(kinds);
    this.model = model;
    this.texts = texts;
  }

  /// Builds what is seen, with no page yet.
  void fill(PageContext pageSurroundings) {
    surroundings = Optional.of(pageSurroundings);
    VBox top =
        new VBox(header(), new HeadlineView(model.headline(), this::goIfOffered).node(), banners());
    top.getStyleClass().add("top");
    slot.getStyleClass().add("page-slot");
    BorderPane pane = new BorderPane(slot);
    pane.setTop(top);
    model.leads(this::goIfOffered);
    root.getStyleClass().add("upkeep");
    root.widthProperty()
        .addListener((_, _, now) -> Styles.set(root, "narrow", now.doubleValue() < NARROW));
    root.heightProperty()
        .addListener((_, _, now) -> Styles.set(root, "low", now.doubleValue() < LOW));
    root.getChildren().addAll(pane, new ToastPane(pageSurroundings.toasts(), texts).node());
  }

  StackPane root() {
    return root;
  }

  public ShellModel model() {
    return model;
  }

  /// A tab in the header, which is there once this is filled.
  public Node tab(Tab tab) {
    return Objects.requireNonNull(tabs.get(tab), tab::name);
  }

  @Override
  public boolean offers(Class<? extends Route> kind) {
    return kinds.stream().anyMatch(one -> one.places().contains(kind));
  }

  @Override
  public void go(Route place) {
    Page next = page(place);
    if (page.filter(next::equals).isEmpty()) {
      page.ifPresent(Page::hide);
      page = Optional.of(next);
      slot.getChildren().setAll(next.view());
    }
    Optional.ofNullable(tabs.get(Tab.of(place))).ifPresent(tab -> tab.setSelected(true));
    forming =
        switch (place) {
          case Route.Add _, Route.Paste _, Route.Take _ -> true;
          case Route.ImportUpstash _, Route.Edit _ -> true;
          case Route.Databases _, Route.Chosen _, Route.Unsuccessful _ -> false;
          case Route.Safety _, Route.History _, Route.Settings _, Route.Help _ -> false;
        };
    setAccents();
    next.show(place);
  }

  private void setAccents() {
    boolean now = model.hasDatabases().get() && !forming;
    accents.forEach(add -> Styles.set(add, "accent", now));
  }

  /// Goes there if there is such a page.
  void goIfOffered(Route place) {
    if (offers(place.getClass())) {
      go(place);
    }
  }

  void find() {
    page.ifPresent(Page::find);
  }

  /// Takes back what was done last, as long as a toast offers that.
  void undo() {
    boolean done = surroundings.map(PageContext::toasts).filter(Toasts::undoLatest).isPresent();
    if (!done && page.filter(Page::undo).isEmpty()) {
      go(new Route.Databases());
      boolean _ = page.filter(Page::undo).isPresent();
    }
  }

  /// Esc: ends a toast, then what the page has to end, then the page.
  void escape() {
    boolean ended =
        surroundings.map(PageContext::toasts).filter(Toasts::dismissLatest).isPresent()
            || page.filter(Page::escape).isPresent();
    if (!ended) {
      go(new Route.Databases());
    }
  }

  private Page page(Route place) {
    Page known = pages.get(place.getClass());
    if (known != null) {
      return known;
    }
    PageKind kind =
        kinds.stream()
            .filter(one -> one.places().contains(place.getClass()))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no page for " + place));
    Page made = kind.maker().apply(surroundings.orElseThrow());
    kind.places().forEach(each -> pages.put(each, made));
    return made;
  }

  private Node header() {
    HBox tabBar = new HBox(tabs());
    tabBar.getStyleClass().add("tabs");
    tabBar.setAccessibleRole(AccessibleRole.TOOL_BAR);
    tabBar.setAccessibleText(texts.say(ShellText.TABS));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox header = new HBox(tabBar, space, new TouchingView(model, texts).node());
    if (offers(Route.Add.class)) {
      Button add = Buttons.of(texts.say(ShellText.ADD), "add", () -> go(new Route.Add()));
      // The empty overview and the forms have an accent of their own, and there is one at most.
      accents.add(add);
      model.hasDatabases().addListener((_, _, _) -> setAccents());
      setAccents();
      header.getChildren().add(add);
    }
    header.getStyleClass().add("header");
    return header;
  }

  private Node[] tabs() {
    ToggleGroup group = new ToggleGroup();
    List<Node> bar = new ArrayList<>();
    for (Tab tab : Tab.values()) {
      if (offers(tab.place().getClass())) {
        ToggleButton button = new ToggleButton(texts.say(tab.label()));
        button.setId("tab-" + Styles.className(tab));
        button.getStyleClass().add("tab-button");
        button.setToggleGroup(group);
        button.setOnAction(_ -> {
          // The tab that one is on stays chosen.
          button.setSelected(true);
          go(tab.place());
        });
        tabs.put(tab, button);
        bar.add(button);
      }
    }
    return bar.toArray(Node[]::new);
  }

  private Node banners() {
    VBox box = new VBox();
    box.getStyleClass().add("banners");
    Runnable fill =
        () -> box.getChildren().setAll(model.banners().stream().map(Shell::banner).toList());
    model.banners().addListener((Observable _) -> fill.run());
    fill.run();
    return box;
  }

  private static Node banner(Banner banner) {
    Label text = new Label(banner.text());
    text.setWrapText(true);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox box = new HBox(new StateMark(banner.alarming() ? Mark.DANGER : Mark.ATTENTION, 16), text);
    box.getStyleClass().addAll("banner", banner.alarming() ? "alarming" : "calm");
    banner
        .action()
        .map(action -> Buttons.of(action.label(), "banner-action", action.run()))
        .ifPresent(box.getChildren()::add);
    box.setAccessibleRole(AccessibleRole.TEXT);
    box.setAccessibleText(banner.text());
    return box;
  }
}
