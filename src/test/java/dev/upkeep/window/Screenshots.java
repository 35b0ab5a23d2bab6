package dev.upkeep.window;

import dev.upkeep.control.Snapshot;
import dev.upkeep.testing.FakeOffer;
import dev.upkeep.testing.Statuses;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.prefs.Preferences;
import javafx.event.ActionEvent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/// Draws every page with few, many and no databases, light and dark, at 100 and 200 %, in both
/// languages, for people to look at: `make screenshots`.
public final class Screenshots {
  private final Path folder;

  private Screenshots(Path folder) {
    this.folder = folder;
  }

  /// Draws into a folder.
  public static void main(String[] args) throws Exception {
    Headless.start();
    Screenshots screenshots = new Screenshots(Files.createDirectories(Path.of(args[0])));
    Map<String, Snapshot> sights = new LinkedHashMap<>();
    sights.put("0", Statuses.snapshot());
    sights.put("3", Samples.three());
    sights.put("200", Samples.many());
    for (Locale locale : List.of(Locale.UK, Locale.GERMANY)) {
      for (boolean dark : new boolean[] {false, true}) {
        for (Map.Entry<String, Snapshot> sight : sights.entrySet()) {
          screenshots.overview(sight.getKey(), sight.getValue(), locale, dark);
        }
        screenshots.trouble(locale, dark);
        screenshots.page("settings", new Place.Settings(), locale, dark);
        screenshots.page("help", new Place.Help(), locale, dark);
        screenshots.forms(locale, dark);
        screenshots.imports(locale, dark);
        screenshots.history("0", Statuses.snapshot(), new Sizes(900, 600), locale, dark);
        screenshots.history("3", Samples.three(), new Sizes(900, 600), locale, dark);
        screenshots.history("200", Samples.many(), new Sizes(1600, 1000), locale, dark);
      }
    }
    System.exit(0);
  }

  private void overview(String count, Snapshot snapshot, Locale locale, boolean dark)
      throws Exception {
    Rig rig = new Rig(new FakeAgent().seeing(snapshot).remembering(Samples::history), locale);
    Sizes sizes = count.equals("200") ? new Sizes(1600, 1000) : new Sizes(900, 600);
    Stage stage = Headless.call(() -> show(content(rig.connect(), dark), sizes));
    save(stage, "databases-" + count + suffix(locale, dark));
  }

  private void trouble(Locale locale, boolean dark) throws Exception {
    Rig rig =
        new Rig(new FakeAgent().seeing(Samples.three()).remembering(Samples::history), locale);
    Stage stage =
        Headless.call(() -> {
          Content content = content(rig.connect(), dark);
          Stage shown = show(content, new Sizes(900, 600));
          rig.connection.set(new Connection.Lost(Statuses.NOW));
          content.toasts().offerUndo(rig.texts.say(DatabasesText.REMOVED, "old-blog"), () -> {});
          content.toasts().warn("staging: The password was rejected. A token needs default_ro.");
          return shown;
        });
    save(stage, "trouble" + suffix(locale, dark));
  }

  private void page(String name, Place place, Locale locale, boolean dark) throws Exception {
    Rig rig = new Rig(new FakeAgent().seeing(Samples.three()), locale);
    for (Sizes sizes : List.of(new Sizes(900, 600), new Sizes(1000, 1200))) {
      Stage stage =
          Headless.call(() -> {
            Content content = content(rig.connect(), dark);
            Stage shown = show(content, sizes);
            content.shell().go(place);
            if (shown.getScene().lookup("#setting-alert-after") instanceof TextField field) {
              field.setText("many");
              field.fireEvent(new ActionEvent());
            }
            return shown;
          });
      save(stage, name + (sizes.height() > 600 ? "-tall" : "") + suffix(locale, dark));
    }
  }

  private void forms(Locale locale, boolean dark) throws Exception {
    Outcome.Failed rejected =
        new Outcome.Failed(
            FailureKind.AUTH,
            "The password was rejected.",
            "A read-only token needs the user default_ro.");
    FakeAgent agent =
        new FakeAgent()
            .seeing(Samples.three())
            .climbing(FormRig.steps(), FormRig.certificate())
            .touching(rejected);
    form("add-empty", new Rig(agent, locale), dark, new Place.Add(), "", false);
    form("add-one", new Rig(agent, locale), dark, new Place.Add(), FormRig.OTHER, true);
    String both = FormRig.URL + "\n" + FormRig.OTHER;
    form("add-two", new Rig(agent, locale), dark, new Place.Add(), both, true);
    Place edit = new Place.Edit(Statuses.database("staging").id());
    form("edit", new Rig(agent, locale), dark, edit, "", false);
    Rig first = new Rig(new FakeAgent(), locale);
    Stage stage = Headless.call(() -> formed(first, dark, new Place.Add(), FormRig.URL, "#save"));
    save(stage, "add-saved" + suffix(locale, dark));
  }

  private void imports(Locale locale, boolean dark) throws Exception {
    FakeAgent agent = new FakeAgent().seeing(Samples.three());
    agent.offer.of(
        FakeOffer.offered("fast-cat-4711", "shop-cache"),
        FakeOffer.offered("calm-owl-19", "sessions"),
        FakeOffer.kept("slow-dog-12", "staging", "staging"),
        FakeOffer.suspended("old-fox-3", "experiment"),
        FakeOffer.withoutCredentials("team-bee-8", "team-queue"));
    for (List<String> pressed :
        List.of(
            List.<String>of(), List.of("#list-account"), List.of("#list-account", "#add-chosen"))) {
      Stage stage =
          Headless.call(() -> {
            Rig rig = new Rig(agent, locale);
            Stage shown = formed(rig, dark, new Place.ImportUpstash(), "", "");
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
          });
      save(stage, "import-" + pressed.size() + suffix(locale, dark));
    }
  }

  private void form(String name, Rig rig, boolean dark, Place place, String text, boolean test)
      throws Exception {
    Stage stage = Headless.call(() -> formed(rig, dark, place, text, test ? "#test" : ""));
    save(stage, name + suffix(locale(rig), dark));
  }

  private static Locale locale(Rig rig) {
    return rig.texts.locale();
  }

  private static Stage formed(Rig rig, boolean dark, Place place, String text, String press) {
    Content content = content(rig.connect(), dark);
    Stage stage = show(content, new Sizes(900, place instanceof Place.Edit ? 600 : 1000));
    content.shell().go(place);
    stage.getScene().getRoot().applyCss();
    if (stage.getScene().lookup("#paste") instanceof TextArea area) {
      area.setText(text);
    }
    if (!press.isEmpty() && stage.getScene().lookup(press) instanceof Button button) {
      button.fire();
    }
    return stage;
  }

  private void history(String count, Snapshot snapshot, Sizes sizes, Locale locale, boolean dark)
      throws Exception {
    FakeAgent agent =
        new FakeAgent()
            .seeing(snapshot)
            .remembering(Samples::history)
            .up(Samples.uptime(), Samples::chart);
    Rig rig = new Rig(agent, locale);
    Stage stage =
        Headless.call(() -> {
          Content content = content(rig.connect(), dark);
          Stage shown = show(content, sizes);
          content.shell().go(new Place.History(Optional.empty()));
          return shown;
        });
    save(stage, "history-" + count + suffix(locale, dark));
  }

  private static String suffix(Locale locale, boolean dark) {
    return "-" + locale.getLanguage() + (dark ? "-dark" : "-light");
  }

  private record Sizes(double width, double height) {}

  private static Content content(Rig rig, boolean dark) {
    Preferences nowhere = Preferences.userRoot().node("screenshots");
    WindowMemory memory = new WindowMemory(nowhere);
    memory.keep(dark ? Appearance.DARK : Appearance.LIGHT);
    return Content.of(
        new Content.Parts(
            rig, new NoStarter(), memory, rig.texts, rig.time, Runnable::run, Runnable::run),
        Pages.ALL);
  }

  private static Stage show(Content content, Sizes sizes) {
    Stage stage = new Stage();
    stage.setScene(content.scene());
    stage.setWidth(sizes.width());
    stage.setHeight(sizes.height());
    stage.show();
    content.shell().go(new Place.Databases());
    return stage;
  }

  private void save(Stage stage, String name) throws Exception {
    Headless.settle();
    for (int scale : new int[] {1, 2}) {
      WritableImage image =
          Headless.call(() -> {
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setTransform(new Scale(scale, scale));
            return stage.getScene().getRoot().snapshot(parameters, null);
          });
      ImageIO.write(
          buffered(image),
          "png",
          folder.resolve("window-%s-%d00.png".formatted(name, scale)).toFile());
    }
    Headless.call(() -> {
      stage.close();
      return true;
    });
  }

  private static BufferedImage buffered(WritableImage image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
      }
    }
    return copy;
  }
}
