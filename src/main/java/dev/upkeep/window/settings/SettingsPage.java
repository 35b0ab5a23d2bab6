package dev.upkeep.window.settings;

import dev.upkeep.alert.service.WebhookService;
import dev.upkeep.alert.service.WebhookServices;
import dev.upkeep.control.Integration;
import dev.upkeep.definitions.Expected;
import dev.upkeep.definitions.Setting;
import dev.upkeep.window.page.Appearance;
import dev.upkeep.window.page.Page;
import dev.upkeep.window.page.PageContext;
import dev.upkeep.window.page.Route;
import dev.upkeep.window.text.Text;
import dev.upkeep.window.text.Texts;
import dev.upkeep.window.widget.Buttons;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// Shows the settings. There is nothing to confirm: each is applied when it is changed.
public final class SettingsPage implements Page {
  private static final String FILE = "upkeep-export.json";

  private final PageContext surroundings;
  private final SettingsModel model;
  private final LoginStartModel login;
  private final ExchangeModel exchange;
  private final SettingControls controls;
  private final IntegrationField webhook;
  private final IntegrationField heartbeat;
  private final IntegrationField mail;
  private final VBox column = new VBox();
  private final ScrollPane view = new ScrollPane(column);

  private SettingsPage(
      PageContext surroundings,
      SettingsModel model,
      LoginStartModel login,
      ExchangeModel exchange) {
    this.surroundings = surroundings;
    this.model = model;
    this.login = login;
    this.exchange = exchange;
    this.controls = new SettingControls(model);
    this.webhook =
        new IntegrationField(
            Integration.WEBHOOK,
            IntegrationText.WEBHOOK_HELP,
            surroundings.agent(),
            surroundings.texts());
    this.heartbeat =
        new IntegrationField(
            Integration.HEARTBEAT,
            IntegrationText.HEARTBEAT_HELP,
            surroundings.agent(),
            surroundings.texts());
    this.mail =
        new IntegrationField(
            Integration.MAIL,
            IntegrationText.MAIL_HELP,
            surroundings.agent(),
            surroundings.texts());
  }

  /// The page, and the models behind it.
  public static SettingsPage of(PageContext surroundings) {
    SettingsPage page =
        new SettingsPage(
            surroundings,
            new SettingsModel(surroundings.agent(), surroundings.texts(), surroundings.toasts()),
            new LoginStartModel(surroundings.agent(), surroundings.texts()),
            new ExchangeModel(surroundings.agent(), surroundings.texts(), surroundings.toasts()));
    page.fill();
    page.model.start();
    page.login.start();
    page.webhook.start();
    page.heartbeat.start();
    page.mail.start();
    return page;
  }

  private void fill() {
    column.getStyleClass().addAll("reading", "settings");
    view.setFitToWidth(true);
    view.getStyleClass().add("page-scroll");
    heading(SettingsText.GENERAL);
    add(SettingsText.LOGIN, login.note(), login.problem(), loginBox());
    text("interval", SettingsText.INTERVAL, SettingsText.INTERVAL_HELP);
    text("network.names", SettingsText.NAMES, SettingsText.NAMES_HELP);
    flag("update.check", SettingsText.UPDATES, SettingsText.UPDATES_HELP);
    heading(SettingsText.ALERTS);
    flag("alert.desktop", SettingsText.DESKTOP, SettingsText.DESKTOP_HELP);
    text("alert.after", SettingsText.AFTER, SettingsText.AFTER_HELP);
    add(
        "alert.margin",
        SettingsText.MARGIN,
        SettingsText.MARGIN_HELP,
        name ->
            controls.choice(
                "alert.margin", name, List.of("half", "quarter", "days"), this::margin));
    text("alert.reminders", SettingsText.REMINDERS, SettingsText.REMINDERS_HELP);
    text("alert.quiet", SettingsText.QUIET, SettingsText.QUIET_HELP);
    text("alert.group", SettingsText.GROUP, SettingsText.GROUP_HELP);
    text("alert.snooze", SettingsText.SNOOZE, SettingsText.SNOOZE_HELP);
    flag("alert.recovery", SettingsText.RECOVERY, SettingsText.RECOVERY_HELP);
    text("status.url", SettingsText.STATUS, SettingsText.STATUS_HELP);
    outlets();
    heading(SettingsText.HISTORY);
    text("history.keep", SettingsText.KEEP, SettingsText.KEEP_HELP);
    add(
        SettingsText.EXCHANGE,
        fixed(SettingsText.EXCHANGE_HELP),
        exchange.problem(),
        button(SettingsText.EXPORT, "export", this::chooseExport),
        button(SettingsText.IMPORT, "import", this::chooseImport));
    column.getChildren().addAll(MetricsRow.of(surroundings, model, controls));
    heading(SettingsText.APPEARANCE);
    add(
        SettingsText.LOOK,
        fixed(SettingsText.LOOK_HELP),
        new ReadOnlyStringWrapper(""),
        appearance());
  }

  private void outlets() {
    Texts texts = surroundings.texts();
    column.getChildren().add(IntegrationRow.of(webhook, texts.say(IntegrationText.WEBHOOK), texts));
    add(
        "webhook.form",
        IntegrationText.FORM,
        IntegrationText.FORM_HELP,
        name -> controls.choice("webhook.form", name, words(), this::form));
    text("alert.mail", IntegrationText.MAIL_TO, IntegrationText.MAIL_TO_HELP);
    text("mail.server", IntegrationText.MAIL_SERVER, IntegrationText.MAIL_SERVER_HELP);
    column.getChildren().add(IntegrationRow.of(mail, texts.say(IntegrationText.MAIL), texts));
    column
        .getChildren()
        .add(IntegrationRow.of(heartbeat, texts.say(IntegrationText.HEARTBEAT), texts));
    text("heartbeat.every", IntegrationText.EVERY, IntegrationText.EVERY_HELP);
  }

  private static List<String> words() {
    return Setting.WEBHOOK_FORM.wanted() instanceof Expected.Word(var all) ? all : List.of();
  }

  /// Services are called the same in every language.
  private String form(String value) {
    return switch (value) {
      case "json" -> say(IntegrationText.FORM_JSON);
      case "auto" -> say(IntegrationText.FORM_AUTO);
      default -> WebhookServices.named(value).map(WebhookService::title).orElse(value);
    };
  }

  private CheckBox loginBox() {
    CheckBox box = new CheckBox();
    box.setId("setting-login");
    box.setAccessibleText(say(SettingsText.LOGIN));
    login.on().subscribe(now -> box.setSelected(now));
    box.disableProperty().bind(login.offered().not());
    box.setOnAction(_ -> login.turn(box.isSelected()));
    return box;
  }

  private Control appearance() {
    ChoiceBox<Appearance> box =
        SettingControls.choiceOf(
            List.of(Appearance.values()),
            value ->
                say(
                    switch (value) {
                      case SYSTEM -> SettingsText.LOOK_SYSTEM;
                      case LIGHT -> SettingsText.LOOK_LIGHT;
                      case DARK -> SettingsText.LOOK_DARK;
                    }));
    box.setId("setting-appearance");
    box.setAccessibleText(say(SettingsText.LOOK));
    box.valueProperty().bindBidirectional(surroundings.appearances().chosen());
    return box;
  }

  private String margin(String value) {
    return switch (value) {
      case "quarter" -> say(SettingsText.MARGIN_QUARTER);
      case "days" -> say(SettingsText.MARGIN_DAYS);
      default -> say(SettingsText.MARGIN_HALF);
    };
  }

  private void text(String key, Text name, Text help) {
    add(key, name, help, words -> controls.text(key, words));
  }

  private void flag(String key, SettingsText name, SettingsText help) {
    add(key, name, help, words -> controls.flag(key, words));
  }

  private void add(String key, Text name, Text help, Function<String, Control> maker) {
    add(name, fixed(help), model.field(key).problem(), maker.apply(say(name)));
  }

  private void add(
      Text name, ObservableValue<String> help, ObservableValue<String> problem, Control... chosen) {
    column.getChildren().add(SettingRow.of(say(name), help, problem, chosen));
  }

  private void heading(SettingsText text) {
    Label label = new Label(say(text));
    label.getStyleClass().add("section");
    column.getChildren().add(label);
  }

  private Button button(SettingsText text, String id, Runnable action) {
    Button button = Buttons.of(say(text), id, action);
    button.disableProperty().bind(model.usable().not());
    return button;
  }

  private void chooseExport() {
    FileChooser chooser = chooser(SettingsText.EXPORT);
    chooser.setInitialFileName(FILE);
    chosen(chooser.showSaveDialog(view.getScene().getWindow()), exchange::exportTo);
  }

  private void chooseImport() {
    chosen(
        chooser(SettingsText.IMPORT).showOpenDialog(view.getScene().getWindow()),
        exchange::importFrom);
  }

  private FileChooser chooser(SettingsText title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(say(title));
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("JSON", "*.json"));
    return chooser;
  }

  private static void chosen(File file, Consumer<Path> use) {
    Optional.ofNullable(file).map(File::toPath).ifPresent(use);
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public void show(Route place) {
    login.refresh();
    // What is scrolled belongs to the scene only once the style is known.
    view.applyCss();
    column.lookup("#setting-login").requestFocus();
  }

  @Override
  public boolean escape() {
    boolean typed = model.giveUp();
    typed |= webhook.giveUp();
    typed |= mail.giveUp();
    return heartbeat.giveUp() || typed;
  }

  private ObservableValue<String> fixed(Text text) {
    return new ReadOnlyStringWrapper(say(text));
  }

  private String say(Text text) {
    return surroundings.texts().say(text);
  }
}
