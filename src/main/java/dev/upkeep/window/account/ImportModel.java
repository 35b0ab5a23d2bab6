package dev.upkeep.window.account;

import dev.upkeep.control.Added;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.OfferedAdds;
import dev.upkeep.control.OfferedDatabase;
import dev.upkeep.control.UpstashAccount;
import dev.upkeep.control.UpstashOffer;
import dev.upkeep.control.account.LinkRequest;
import dev.upkeep.control.account.LinkedAccount;
import dev.upkeep.database.Secret;
import dev.upkeep.window.editor.ConnectionTestWords;
import dev.upkeep.window.editor.ConnectionVerdict;
import dev.upkeep.window.editor.LoginOffer;
import dev.upkeep.window.link.Connection;
import dev.upkeep.window.page.PageContext;
import dev.upkeep.window.page.Route;
import dev.upkeep.window.text.ErrorWords;
import dev.upkeep.words.Screen;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Has the agent list an Upstash account, and add what is chosen of it. The key is let go as soon
/// as it has served; credentials of databases never come here at all.
public final class ImportModel {
  /// Where the person is.
  enum Stage {
    ASKING,
    LISTING,
    CHOOSING,
    ADDING
  }

  private final PageContext surroundings;
  private final LoginOffer login;
  private final StringProperty email = new SimpleStringProperty("");
  private final StringProperty key = new SimpleStringProperty("");
  private final OfferRows rows = new OfferRows();
  private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.ASKING);
  private final ReadOnlyObjectWrapper<String> problem = new ReadOnlyObjectWrapper<>("");
  private final ReadOnlyObjectWrapper<String> summary = new ReadOnlyObjectWrapper<>("");
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper firstAdded = new ReadOnlyBooleanWrapper();
  private final BooleanProperty link = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper linked = new ReadOnlyBooleanWrapper();
  private Optional<UpstashOffer> offer = Optional.empty();
  private AtomicBoolean stopped = new AtomicBoolean();

  /// A model that waits to be started.
  public ImportModel(PageContext surroundings, LoginOffer login) {
    this.surroundings = surroundings;
    this.login = login;
  }

  void start() {
    email.addListener((_, _, _) -> refresh());
    key.addListener((_, _, _) -> refresh());
    rows.start();
    rows.chosen().addListener((_, _, _) -> refresh());
    surroundings.agent().connection().addListener((_, _, _) -> refresh());
    refresh();
    surroundings.agent().ask(AgentApi::account, this::sees, _ -> linked.set(false));
  }

  private void sees(LinkedAccount account) {
    linked.set(account.linked());
  }

  /// Whether the account is to be linked when it is listed.
  BooleanProperty link() {
    return link;
  }

  /// Whether one is linked.
  ReadOnlyBooleanProperty linked() {
    return linked.getReadOnlyProperty();
  }

  void unlink() {
    problem.set("");
    surroundings.agent().ask(AgentApi::unlinkAccount, this::sees, this::notListed);
  }

  StringProperty email() {
    return email;
  }

  /// A secret; empty again once it has served.
  StringProperty key() {
    return key;
  }

  /// What the account has.
  OfferRows rows() {
    return rows;
  }

  ReadOnlyObjectProperty<Stage> stage() {
    return stage.getReadOnlyProperty();
  }

  /// What went wrong; empty if nothing did.
  ReadOnlyObjectProperty<String> problem() {
    return problem.getReadOnlyProperty();
  }

  /// What there is, or how far it has come.
  ReadOnlyObjectProperty<String> summary() {
    return summary.getReadOnlyProperty();
  }

  /// Whether the next step can be taken: an account to list, or databases to add, and an agent.
  ReadOnlyBooleanProperty ready() {
    return ready.getReadOnlyProperty();
  }

  /// Whether these were the first databases, so that there is something left to read and to decide.
  ReadOnlyBooleanProperty firstAdded() {
    return firstAdded.getReadOnlyProperty();
  }

  LoginOffer login() {
    return login;
  }

  void list() {
    if (!ready.get() || stage.get() != Stage.ASKING) {
      return;
    }
    UpstashAccount account = new UpstashAccount(email.get().strip(), Secret.of(key.get().strip()));
    problem.set("");
    go(Stage.LISTING);
    if (!link.get()) {
      list(account);
      return;
    }
    // A key that cannot be linked with lists nothing either.
    LinkRequest request = new LinkRequest(account.email(), account.apiKey(), true, false);
    surroundings
        .agent()
        .ask(
            api -> api.linkAccount(request),
            now -> {
              sees(now);
              link.set(false);
              list(account);
            },
            this::notListed);
  }

  private void list(UpstashAccount account) {
    surroundings.agent().ask(api -> api.listUpstash(account), this::listed, this::notListed);
  }

  private void listed(UpstashOffer listed) {
    key.set("");
    offer = Optional.of(listed);
    rows.list(listed.databases());
    summary.set(found(listed));
    go(Stage.CHOOSING);
  }

  private String found(UpstashOffer listed) {
    int count = listed.databases().size();
    String found = count == 0 ? say(ImportText.FOUND_NONE) : say(ImportText.FOUND, count);
    return listed.unreadable() == 0
        ? found
        : found + " " + say(ImportText.UNREADABLE, listed.unreadable());
  }

  private void notListed(AgentException e) {
    problem.set(Screen.clean(ErrorWords.of(e, surroundings.texts())));
    go(Stage.ASKING);
  }

  /// Has every chosen database tested and stored.
  void add() {
    add(false, OfferRow::isToBeAdded);
  }

  /// Stores those whose test has failed.
  void addUntested() {
    add(true, row -> row.untested() && row.chosen().get());
  }

  /// Begins no more of them; those that are being tested come to their end.
  void stop() {
    stopped.set(true);
  }

  private void add(boolean withoutTest, Predicate<OfferRow> which) {
    Map<String, OfferRow> adding = new HashMap<>();
    List<OfferRow> toAdd = rows.matching(which);
    if (stage.get() != Stage.CHOOSING || toAdd.isEmpty() || offer.isEmpty()) {
      return;
    }
    toAdd.forEach(row -> {
      adding.put(row.database().id(), row);
      row.moves(OfferRow.Phase.WAITING, Optional.empty());
    });
    AtomicBoolean stop = new AtomicBoolean();
    stopped = stop;
    UpstashOffer from = offer.get();
    List<OfferedDatabase> databases = toAdd.stream().map(OfferRow::database).toList();
    Adding heard = new Adding(adding);
    problem.set("");
    login.expect();
    go(Stage.ADDING);
    heard.tell();
    surroundings
        .agent()
        .order(
            api -> new OfferedAdds(api, from.id(), withoutTest).run(databases, stop::get, heard),
            heard::ended,
            heard::broken);
  }

  /// Hears of each result on the thread that asks, and shows it on the window's.
  private final class Adding implements OfferedAdds.Listener {
    private final Map<String, OfferRow> rowsById;
    private int ended;
    private int added;

    Adding(Map<String, OfferRow> rowsById) {
      this.rowsById = rowsById;
    }

    @Override
    public void added(OfferedDatabase database, Added result) {
      surroundings
          .agent()
          .later(() -> {
            added++;
            end(
                database,
                OfferRow.Phase.ADDED,
                words().saved(result.status().margin(), result.test()));
          });
    }

    @Override
    public void refused(OfferedDatabase database, Refused refused) {
      surroundings
          .agent()
          .later(() -> end(database, OfferRow.Phase.FAILED, words().refused(refused)));
    }

    private void end(OfferedDatabase database, OfferRow.Phase phase, ConnectionVerdict verdict) {
      ended++;
      OfferRow row = rowsById.get(database.id());
      if (row != null) {
        row.moves(phase, Optional.of(verdict));
      }
      tell();
    }

    void tell() {
      summary.set(say(ImportText.PROGRESS, ended, rowsById.size()));
    }

    void ended() {
      giveBack();
      summary.set(
          added == rowsById.size()
              ? say(ImportText.ADDED, added)
              : say(ImportText.ADDED_SOME, added, rowsById.size()));
      if (added > 0 && login.isFirst() && !firstAdded.get()) {
        firstAdded.set(true);
        login.ask();
      }
      go(Stage.CHOOSING);
    }

    void broken(AgentException e) {
      ended();
      if (e instanceof Refused refused && refused.reason() == Refused.Reason.NOT_FOUND) {
        offer = Optional.empty();
        problem.set(say(ImportText.FORGOTTEN));
        go(Stage.ASKING);
      } else {
        problem.set(Screen.clean(ErrorWords.of(e, surroundings.texts())));
      }
    }

    /// What was not begun is as it was before.
    private void giveBack() {
      rowsById.values().stream()
          .filter(row -> row.phase().get() == OfferRow.Phase.WAITING)
          .forEach(row -> row.moves(OfferRow.Phase.OFFERED, Optional.empty()));
    }
  }

  /// Begins anew, with another account or the same; what was listed is forgotten here and there.
  void again() {
    stop();
    offer.ifPresent(old ->
        surroundings
            .agent()
            .order(
                api -> api.forgetUpstash(old.id()),
                () -> {},
                _ -> {
                  // It forgets by itself, a little later.
                }));
    offer = Optional.empty();
    rows.clear();
    key.set("");
    problem.set("");
    go(Stage.ASKING);
  }

  /// Ends it, with the start at login if it is offered and wanted, and shows what is kept now.
  void done() {
    login.settle(() -> {
      firstAdded.set(false);
      again();
      surroundings.navigator().go(new Route.Databases());
    });
  }

  private void go(Stage now) {
    stage.set(now);
    rows.count();
    refresh();
  }

  private void refresh() {
    boolean there = surroundings.agent().connection().get() instanceof Connection.Connected;
    ready.set(
        there
            && switch (stage.get()) {
              case ASKING -> !email.get().isBlank() && !key.get().isBlank();
              case CHOOSING -> rows.chosen().get() > 0;
              case LISTING, ADDING -> false;
            });
  }

  private ConnectionTestWords words() {
    return new ConnectionTestWords(surroundings.time().moments(surroundings.texts()));
  }

  private String say(ImportText text, Object... arguments) {
    return surroundings.texts().say(text, arguments);
  }
}
