package dev.upkeep.cli.account;

import dev.upkeep.cli.console.TextTable;
import dev.upkeep.cli.console.Words;
import dev.upkeep.control.account.FoundDatabase;
import dev.upkeep.control.account.KeyRights;
import dev.upkeep.control.account.LinkedAccount;
import dev.upkeep.database.EnumWord;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonBuilder;
import dev.upkeep.language.AccountPhrase;
import dev.upkeep.words.Screen;
import dev.upkeep.words.When;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// A linked account for people and for scripts.
final class AccountText {
  private AccountText() {}

  /// One object.
  static Json.Obj json(LinkedAccount account) {
    JsonBuilder json =
        Json.object()
            .put("type", "account")
            .put("linked", account.linked())
            .putIfPresent("since", account.since().map(Words::instant));
    if (account.linked()) {
      json.put("keyRights", EnumWord.of(account.rights()))
          .put("keepNew", account.keepNew())
          .putIfPresent("lookedAt", account.lookedAt().map(Words::instant))
          .putIfPresent("trouble", account.trouble())
          .put("databases", account.databases())
          .put("unkept", Json.array(account.unkept(), AccountText::json))
          .put("unkeptMore", account.more());
    }
    return json.build();
  }

  private static Json json(FoundDatabase found) {
    return Json.object()
        .put("id", found.id())
        .put("name", found.name())
        .put("host", found.host())
        .put("providerState", found.state())
        .put("free", found.free())
        .put("ignored", found.ignored())
        .build();
  }

  static List<String> lines(LinkedAccount account, When when) {
    List<String> lines = new ArrayList<>();
    if (!account.linked()) {
      lines.add(when.language().say(AccountPhrase.NOT_LINKED));
      return lines;
    }
    lines.add(when.language().say(rights(account.rights())));
    lines.add(
        account
            .lookedAt()
            .map(at ->
                when.language().say(AccountPhrase.LOOKED_AT, when.past(at), account.databases()))
            .orElseGet(() -> when.language().say(AccountPhrase.NEVER_LOOKED)));
    account.trouble().ifPresent(lines::add);
    if (account.keepNew()) {
      lines.add(when.language().say(AccountPhrase.KEEPS_NEW));
    }
    if (!account.unkept().isEmpty()) {
      lines.add(
          when.language().say(AccountPhrase.UNKEPT, account.unkept().size() + account.more()));
      lines.addAll(table(account.unkept()));
    }
    return lines.stream().map(Screen::clean).toList();
  }

  private static List<String> table(List<FoundDatabase> unkept) {
    TextTable table = new TextTable("ID", "NAME", "HOST", "PLAN", "STATE", "");
    for (FoundDatabase one : unkept) {
      table.row(
          UnaryOperator.identity(),
          List.of(
              Screen.shorten(Screen.clean(one.id()), 40),
              Screen.shorten(Screen.clean(one.name()), 32),
              Screen.shorten(Screen.clean(one.host()), 44),
              one.free() ? "free" : "",
              Screen.shorten(Screen.clean(one.state()), 16),
              one.ignored() ? "ignored" : ""),
          List.of());
    }
    return table.lines();
  }

  static AccountPhrase rights(KeyRights rights) {
    return switch (rights) {
      case READ_ONLY -> AccountPhrase.KEY_READ_ONLY;
      case FULL -> AccountPhrase.KEY_FULL;
      case UNKNOWN -> AccountPhrase.KEY_UNKNOWN;
      case UNTRIED -> AccountPhrase.KEY_UNTRIED;
    };
  }
}
