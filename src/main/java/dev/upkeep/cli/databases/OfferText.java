package dev.upkeep.cli.databases;

import dev.upkeep.cli.console.TextTable;
import dev.upkeep.control.OfferedDatabase;
import dev.upkeep.database.EnumWord;
import dev.upkeep.json.Json;
import dev.upkeep.words.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Says what an account has. Pure: values in, text out.
final class OfferText {
  private static final int MOST_NAMES = 5;

  private OfferText() {}

  /// A row for each database, numbered from 1.
  static List<String> table(List<OfferedDatabase> databases) {
    TextTable table = new TextTable("#", "NAME", "ENDPOINT", "REGION", "PLAN", "STATE", "UPKEEP");
    int number = 0;
    for (OfferedDatabase database : databases) {
      number++;
      table.row(
          UnaryOperator.identity(),
          List.of(
              Integer.toString(number),
              Screen.shorten(Screen.clean(database.name()), 32),
              Screen.shorten(Screen.clean(database.address()), 44),
              Screen.shorten(Screen.clean(database.region()), 16),
              EnumWord.of(database.plan()),
              EnumWord.of(database.state()),
              standing(database)),
          List.of());
    }
    return table.lines();
  }

  private static String standing(OfferedDatabase database) {
    if (database.keptAs().isPresent()) {
      return "kept as " + Screen.shorten(Screen.clean(database.keptAs().get()), 32);
    }
    return database.hasCredentials() ? "" : "password not told";
  }

  static Json.Obj json(OfferedDatabase database) {
    return Json.object()
        .put("id", database.id())
        .put("name", database.name())
        .put("endpoint", database.address())
        .put("region", database.region())
        .put("plan", EnumWord.of(database.plan()))
        .put("state", EnumWord.of(database.state()))
        .put("addable", database.addable())
        .putIfPresent("keptAs", database.keptAs())
        .build();
  }

  /// What should be known beside the list: who is left out of `all`, and what to do about it.
  static List<String> remarks(List<OfferedDatabase> databases, int unreadable) {
    List<String> remarks = new ArrayList<>();
    if (databases.isEmpty() && unreadable == 0) {
      remarks.add("The account has no Redis database.");
    }
    List<OfferedDatabase> closed =
        databases.stream().filter(d -> d.keptAs().isEmpty() && !d.hasCredentials()).toList();
    if (!closed.isEmpty()) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "The account does not tell the password of %s. Add by connection text: upkeep add.",
              names(closed)));
    }
    List<OfferedDatabase> suspended =
        databases.stream().filter(d -> d.addable() && !d.wanted()).toList();
    if (!suspended.isEmpty()) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "Suspended, and not part of all: %s. Resume it in the Upstash console first.",
              names(suspended)));
    }
    if (unreadable > 0) {
      remarks.add(
          unreadable
              + (unreadable == 1 ? " entry" : " entries")
              + " of the account could not be understood. Add what is missing by its connection"
              + " text.");
    }
    return remarks;
  }

  private static String names(List<OfferedDatabase> databases) {
    String named =
        databases.stream()
            .limit(MOST_NAMES)
            .map(database -> Screen.shorten(Screen.clean(database.name()), 32))
            .collect(Collectors.joining(", "));
    int more = databases.size() - MOST_NAMES;
    return more > 0 ? named + " and " + more + " more" : named;
  }
}
