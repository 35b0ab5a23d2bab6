package dev.upkeep.window.page;

import dev.upkeep.control.Snapshot;
import dev.upkeep.testing.FakeAgent;
import dev.upkeep.testing.FakeOffer;
import dev.upkeep.testing.Statuses;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.window.Headless;
import dev.upkeep.window.Pages;
import dev.upkeep.window.Pictures;
import dev.upkeep.window.Samples;
import dev.upkeep.window.databases.DatabasesText;
import dev.upkeep.window.link.Connection;
import dev.upkeep.window.link.Rig;
import dev.upkeep.window.shell.Content;
import dev.upkeep.window.text.CoreWords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.prefs.Preferences;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.stage.Stage;

/// Draws every page with few, many and no databases, light and dark, at 100 and 200 %, in both
/// languages, for people to look at: `make screenshots`. With `pictures` before the folder, it
/// draws only those of the README: `make pictures`.
public final class Screenshots {
  private static final Sizes SMALL = new Sizes(900, 600);
  private static final Sizes LARGE = new Sizes(1600, 1000);
  private static final Sizes USUAL = new Sizes(1280, 800);

  /// What a screen of 1280 × 800 has at 200 %.
  private static final Sizes HALF = new Sizes(640, 400);

  private static final Sizes TALL = new Sizes(1000, 1200);

  private static final List<Integer> SCALES = List.of(1, 2);

  private final Pictures pictures;

  private Screenshots(Pictures pictures) {
    this.pictures = pictures;
  }

  /// Draws into a folder.
  public static void main(String[] args) throws Exception {
    Headless.start();
    if (args[0].equals("pictures")) {
      forReaders(new Screenshots(new Pictures(Files.createDirectories(Path.of(args[1])))));
    } else if (args.length > 1) {
      Screenshots some = new Screenshots(new Pictures(Files.createDirectories(Path.of(args[0]))));
      if (args[1].equals("small")) {
        small(some);
      } else {
        safety(some);
      }
    } else {
      all(new Screenshots(new Pictures(Files.createDirectories(Path.of(args[0])))));
    }
    System.exit(0);
  }

  /// The next 30 days of one, of a dozen, and of two hundred.
  private static void safety(Screenshots screenshots) throws Exception {
    Map<String, Snapshot> sights = new LinkedHashMap<>();
    sights.put("1", Statuses.snapshot(Statuses.alive("shop-cache", Duration.ofDays(12))));
    sights.put("12", Statuses.snapshot(Samples.mixed()));
    sights.put("200", Samples.many());
    for (Locale locale : List.of(Locale.UK, Locale.GERMANY)) {
      for (boolean dark : new boolean[] {false, true}) {
        for (Map.Entry<String, Snapshot> sight : sights.entrySet()) {
          for (Sizes sizes : List.of(USUAL, HALF)) {
            Rig rig = new Rig(new FakeAgent().seeing(sight.getValue()), locale);
            Stage stage =
                Headless.call(() -> {
                  Content content = content(rig.connect(), dark);
                  Stage shown = show(content, sizes);
                  content.shell().go(new Route.Safety(Optional.empty()));
                  return shown;
                });
            screenshots.save(stage, "safety-" + sight.getKey() + sizes, locale, dark);
          }
        }
      }
    }
  }

  /// What there is to see on a small screen at 200 %.
  private static void small(Screenshots screenshots) throws Exception {
    for (Locale locale : List.of(Locale.UK, Locale.GERMANY)) {
      Stage overview = screenshots.overview(Samples.three(), HALF, locale, false);
      screenshots.save(overview, "databases-3" + HALF, locale, false);
      Rig rig = new Rig(troubled(), locale);
      screenshots.form("add-one", rig, true, HALF, new Route.Add(), FormRig.OTHER, "#test");
      screenshots.page("help", new Route.Help(), locale, false);
    }
  }

  private static void all(Screenshots screenshots) throws Exception {
    small(screenshots);
    safety(screenshots);
    Map<String, Snapshot> sights = new LinkedHashMap<>();
    sights.put("0", Statuses.snapshot());
    sights.put("3", Samples.three());
    sights.put("200", Samples.many());
    for (Locale locale : List.of(Locale.UK, Locale.GERMANY)) {
      for (boolean dark : new boolean[] {false, true}) {
        for (Map.Entry<String, Snapshot> sight : sights.entrySet()) {
          for (Sizes sizes : List.of(SMALL, LARGE)) {
            Stage overview = screenshots.overview(sight.getValue(), sizes, locale, dark);
            screenshots.save(overview, "databases-" + sight.getKey() + sizes, locale, dark);
            Stage history = screenshots.history(sight.getValue(), sizes, locale, dark);
            screenshots.save(history, "history-" + sight.getKey() + sizes, locale, dark);
          }
        }
        screenshots.trouble(locale, dark);
        screenshots.page("settings", new Route.Settings(), locale, dark);
        screenshots.page("help", new Route.Help(), locale, dark);
        screenshots.forms(locale, dark);
        screenshots.imports(locale, dark);
      }
    }
  }

  /// What a reader sees first: the overview, adding with a test that fails, the history.
  private static void forReaders(Screenshots screenshots) throws Exception {
    for (boolean dark : new boolean[] {false, true}) {
      String look = dark ? "-dark" : "-light";
      Stage overview = screenshots.overview(Samples.three(), SMALL, Locale.UK, dark);
      screenshots.pictures.save(overview, "databases" + look, 2);
      Stage history = screenshots.history(Samples.three(), SMALL, Locale.UK, dark);
      screenshots.pictures.save(history, "history" + look, 2);
      Rig rig = new Rig(troubled(), Locale.UK);
      Sizes sizes = new Sizes(900, 800);
      Stage add =
          Headless.call(() -> formed(rig, dark, sizes, new Route.Add(), FormRig.OTHER, "#test"));
      screenshots.pictures.save(add, "add" + look, 2);
    }
  }

  private Stage overview(Snapshot snapshot, Sizes sizes, Locale locale, boolean dark)
      throws Exception {
    Rig rig = new Rig(new FakeAgent().seeing(snapshot).remembering(Samples::history), locale);
    return Headless.call(() -> show(content(rig.connect(), dark), sizes));
  }

  private void trouble(Locale locale, boolean dark) throws Exception {
    Rig rig =
        new Rig(new FakeAgent().seeing(Samples.three()).remembering(Samples::history), locale);
    Stage stage =
        Headless.call(() -> {
          Content content = content(rig.connect(), dark);
          Stage shown = show(content, SMALL);
          rig.connection.set(new Connection.Lost(Statuses.NOW));
          content.toasts().offerUndo(rig.texts.say(DatabasesText.REMOVED, 1, "old-blog"), () -> {});
          content.toasts().warn("staging: " + new CoreWords(rig.texts).both(rejected()));
          return shown;
        });
    save(stage, "trouble", locale, dark);
    Rig other = new Rig(new FakeAgent().seeing(Samples.three()), locale);
    Stage update =
        Headless.call(() -> {
          Stage shown = show(content(other.connect(), dark), SMALL);
          other.connection.set(new Connection.OtherVersion(9));
          return shown;
        });
    save(update, "other-version", locale, dark);
  }

  private void page(String name, Route place, Locale locale, boolean dark) throws Exception {
    for (Sizes sizes : List.of(SMALL, TALL)) {
      save(page(place, sizes, locale, dark), name + sizes, locale, dark);
    }
    // What is longer than a window, from its other end.
    Stage stage = page(place, TALL, locale, dark);
    boolean scrolled =
        Headless.call(() -> {
          stage.getScene().getRoot().layout();
          if (stage.getScene().lookup(".page-scroll") instanceof ScrollPane pane
              && pane.getContent().getLayoutBounds().getHeight() > pane.getHeight()) {
            pane.setVvalue(1);
            return true;
          }
          stage.close();
          return false;
        });
    if (scrolled) {
      save(stage, name + "-end", locale, dark);
    }
  }

  private static Stage page(Route place, Sizes sizes, Locale locale, boolean dark)
      throws Exception {
    Rig rig = new Rig(new FakeAgent().seeing(Samples.three()), locale);
    return Headless.call(() -> {
      Content content = content(rig.connect(), dark);
      Stage shown = show(content, sizes);
      content.shell().go(place);
      shown.getScene().getRoot().applyCss();
      if (shown.getScene().lookup("#setting-alert-after") instanceof TextField field) {
        field.setText("many");
        field.fireEvent(new ActionEvent());
      }
      return shown;
    });
  }

  private static Outcome.Failed rejected() {
    return new Outcome.Failed(
        FailureKind.AUTH,
        "The password was rejected (\"WRONGPASS invalid username-password pair\").",
        "Copy the connection text from the console again; the password may have been reset. A"
            + " read-only token needs the user default_ro.");
  }

  private static FakeAgent troubled() {
    return new FakeAgent()
        .seeing(Samples.three())
        .climbing(FormRig.steps(), FormRig.certificate())
        .touching(rejected());
  }

  private void forms(Locale locale, boolean dark) throws Exception {
    Route add = new Route.Add();
    Route edit = new Route.Edit(Statuses.database("staging").id());
    String both = FormRig.URL + "\n" + FormRig.OTHER;
    for (Sizes sizes : List.of(SMALL, TALL)) {
      Rig rig = new Rig(troubled(), locale);
      form("add-empty", rig, dark, sizes, add, "", "");
      form("add-nothing", rig, dark, sizes, add, "not a connection", "");
      form("add-one", rig, dark, sizes, add, FormRig.OTHER, "#test");
      form("add-two", rig, dark, sizes, add, both, "#test");
      form("edit", rig, dark, sizes, edit, "", "");
      form("add-saved", new Rig(new FakeAgent(), locale), dark, sizes, add, FormRig.URL, "#save");
    }
  }

  private void imports(Locale locale, boolean dark) throws Exception {
    FakeAgent agent = new FakeAgent().seeing(Samples.three());
    agent.offer.of(
        FakeOffer.offered("fast-cat-4711", "shop-cache"),
        FakeOffer.offered("calm-owl-19", "sessions"),
        FakeOffer.kept("slow-dog-12", "staging", "staging"),
        FakeOffer.suspended("old-fox-3", "experiment"),
        FakeOffer.withoutCredentials("team-bee-8", "team-queue"));
    List<String> added = List.of("#list-account", "#add-chosen");
    for (List<String> pressed : List.of(List.<String>of(), List.of("#list-account"), added)) {
      Stage stage = Headless.call(() -> imported(new Rig(agent, locale), dark, pressed));
      save(stage, "import-" + pressed.size(), locale, dark);
    }
    FakeAgent empty = new FakeAgent();
    empty.offer.of(FakeOffer.offered("fast-cat-4711", "shop-cache"));
    Stage first = Headless.call(() -> imported(new Rig(empty, locale), dark, added));
    save(first, "import-first", locale, dark);
  }

  private static Stage imported(Rig rig, boolean dark, List<String> pressed) {
    Stage shown = formed(rig, dark, SMALL, new Route.ImportUpstash(), "", "");
    for (String id : pressed) {
      if (shown.getScene().lookup("#email") instanceof TextField email
          && shown.getScene().lookup("#api-key") instanceof TextField key) {
        email.setText("someone@example.com");
        key.setText("0123456789abcdef");
      }
      if (shown.getScene().lookup(id) instanceof Button button) {
        button.fire();
      }
    }
    return shown;
  }

  private void form(
      String name, Rig rig, boolean dark, Sizes sizes, Route place, String text, String press)
      throws Exception {
    Stage stage = Headless.call(() -> formed(rig, dark, sizes, place, text, press));
    save(stage, name + sizes, rig.texts.locale(), dark);
  }

  private static Stage formed(
      Rig rig, boolean dark, Sizes sizes, Route place, String text, String press) {
    Content content = content(rig.connect(), dark);
    Stage stage = show(content, sizes);
    content.shell().go(place);
    stage.getScene().getRoot().applyCss();
    if (stage.getScene().lookup("#paste") instanceof TextArea area) {
      area.setText(text);
    }
    if (place instanceof Route.Edit
        && sizes.equals(TALL)
        && stage.getScene().lookup("#advanced") instanceof TitledPane folded) {
      folded.setExpanded(true);
    }
    if (!press.isEmpty() && stage.getScene().lookup(press) instanceof Button button) {
      button.fire();
    }
    return stage;
  }

  private Stage history(Snapshot snapshot, Sizes sizes, Locale locale, boolean dark)
      throws Exception {
    FakeAgent agent =
        new FakeAgent()
            .seeing(snapshot)
            .remembering(Samples::history)
            .up(Samples.uptime(), Samples::chart);
    Rig rig = new Rig(agent, locale);
    return Headless.call(() -> {
      Content content = content(rig.connect(), dark);
      Stage shown = show(content, sizes);
      content.shell().go(new Route.History(Optional.empty()));
      return shown;
    });
  }

  private record Sizes(double width, double height) {
    @Override
    public String toString() {
      return "-%.0fx%.0f".formatted(width, height);
    }
  }

  private static Content content(Rig rig, boolean dark) {
    Preferences nowhere = Preferences.userRoot().node("screenshots");
    nowhere.remove("firstSaid");
    WindowMemory memory = new WindowMemory(nowhere);
    memory.keep(dark ? Appearance.DARK : Appearance.LIGHT);
    return Content.of(rig.parts(memory), Pages.ALL);
  }

  private static Stage show(Content content, Sizes sizes) {
    Stage stage = new Stage();
    stage.setScene(content.scene());
    stage.setWidth(sizes.width());
    stage.setHeight(sizes.height());
    stage.show();
    content.shell().go(new Route.Databases());
    return stage;
  }

  private void save(Stage stage, String name, Locale locale, boolean dark) throws Exception {
    String full = "window-%s-%s-%s".formatted(name, locale.getLanguage(), dark ? "dark" : "light");
    pictures.save(stage, full, SCALES);
  }
}
