package dev.upkeep.window.account;

import dev.upkeep.control.OfferedDatabase;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// The databases of an account: those that a filter lets through, and how many are chosen.
final class OfferRows {
  /// So many rows are searched rather than looked through.
  private static final int MANY = 10;

  private final StringProperty filter = new SimpleStringProperty("");
  private final ObservableList<OfferRow> all = FXCollections.observableArrayList();
  private final FilteredList<OfferRow> shown = new FilteredList<>(all);
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper untested = new ReadOnlyIntegerWrapper();
  private boolean choosing;

  void start() {
    filter.addListener((_, _, now) -> shown.setPredicate(matching(now)));
  }

  StringProperty filter() {
    return filter;
  }

  /// What the filter lets through, in the account's order.
  ObservableList<OfferRow> shown() {
    return shown;
  }

  /// How many are to be added.
  ReadOnlyIntegerProperty chosen() {
    return chosen.getReadOnlyProperty();
  }

  /// How many have failed their test and may be stored all the same.
  ReadOnlyIntegerProperty untested() {
    return untested.getReadOnlyProperty();
  }

  boolean many() {
    return all.size() >= MANY;
  }

  boolean hasPaid() {
    return all.stream().anyMatch(row -> row.database().plan() == OfferedDatabase.Plan.PAID);
  }

  List<OfferRow> matching(Predicate<OfferRow> which) {
    return all.stream().filter(which).toList();
  }

  void list(List<OfferedDatabase> databases) {
    filter.set("");
    all.setAll(databases.stream().map(OfferRow::new).toList());
    all.forEach(row -> row.chosen().addListener((_, _, _) -> count()));
    count();
  }

  void clear() {
    all.clear();
    count();
  }

  /// Chooses everything that the filter lets through and that can be added, or nothing of it.
  void choose(boolean now) {
    choosing = true;
    shown.stream().filter(OfferRow::open).forEach(row -> row.chosen().set(now));
    choosing = false;
    count();
  }

  /// Counts again, since rows have moved on.
  void count() {
    if (choosing) {
      // Once for all of them: there may be thousands.
      return;
    }
    chosen.set(matching(OfferRow::isToBeAdded).size());
    untested.set(matching(row -> row.untested() && row.chosen().get()).size());
  }

  private static Predicate<OfferRow> matching(String filter) {
    String wanted = filter.strip().toLowerCase(Locale.ROOT);
    return row ->
        row.database().name().toLowerCase(Locale.ROOT).contains(wanted)
            || row.database().address().toLowerCase(Locale.ROOT).contains(wanted);
  }
}
