package dev.upkeep.window.text;

import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.database.paste.ConnectionText;
import dev.upkeep.language.Language;
import dev.upkeep.language.Sentence;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.Outcome;
import dev.upkeep.words.Screen;
import java.util.List;
import java.util.Locale;

/// Says in the window's language what the core says in English: by the kind of what happened, with
/// the core's own words beside it where they hold what the kind does not, such as a server's error.
/// Pure; what is foreign is cleaned here.
public record CoreWords(Texts texts) {
  private static final Texts CORE = new Texts(Locale.ENGLISH);

  /// What happened, as a sentence.
  public String message(Outcome.Failed failed) {
    return sentence(failed.message());
  }

  /// What to do about it.
  public String advice(Outcome.Failed failed) {
    return sentence(failed.advice());
  }

  /// Any sentence of the core.
  public String sentence(Sentence sentence) {
    return Screen.clean(Language.of(texts.locale()).say(sentence));
  }

  /// What happened, and what to do about it.
  public String both(Outcome.Failed failed) {
    return message(failed) + " " + advice(failed);
  }

  /// Why it was not visited.
  public String reason(Outcome.Skipped skipped) {
    return sentence(skipped.message());
  }

  /// Why the agent does not do it, every problem a sentence.
  public List<String> problems(Refused refused) {
    return english()
        ? refused.problems().stream().map(Screen::clean).toList()
        : List.of(say(text(refused.reason()), Screen.clean(refused.getMessage())));
  }

  /// What is wrong with a pasted text.
  public String problem(ConnectionText.Problem problem) {
    return english() ? Screen.clean(problem.sentence()) : say(text(problem.kind()));
  }

  /// What a touch proved.
  public String evidence(Evidence evidence) {
    return say(
        switch (evidence) {
          case WRITE -> CoreText.EVIDENCE_WRITE;
          case READ -> CoreText.EVIDENCE_READ;
          case KEY_MISSING -> CoreText.EVIDENCE_KEY_MISSING;
          case PING -> CoreText.EVIDENCE_PING;
        });
  }

  /// Where secrets are kept, to be put into a sentence. A place that is not known here is named as
  /// the core names it.
  public String store(String described) {
    String where = Screen.clean(described);
    for (CoreText known :
        List.of(
            CoreText.STORE_KEYRING,
            CoreText.STORE_KEEPASSXC,
            CoreText.STORE_KWALLET,
            CoreText.STORE_WINDOWS,
            CoreText.STORE_MAC,
            CoreText.STORE_ENVIRONMENT)) {
      if (where.equals(CORE.say(known))) {
        return say(known);
      }
    }
    String file = CORE.say(CoreText.STORE_FILE, "\n");
    String before = file.substring(0, file.indexOf('\n'));
    String after = file.substring(file.indexOf('\n') + 1);
    return where.startsWith(before) && where.endsWith(after)
        ? say(
            CoreText.STORE_FILE, where.substring(before.length(), where.length() - after.length()))
        : say(CoreText.STORE_OTHER, where);
  }

  private boolean english() {
    return texts.locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
  }

  private String say(CoreText text, Object... arguments) {
    return texts.say(text, arguments);
  }

  private static CoreText text(Refused.Reason reason) {
    return switch (reason) {
      case INVALID -> CoreText.NOT_VALID;
      case NOT_FOUND -> CoreText.NOT_FOUND;
      case CONFLICT -> CoreText.CONFLICT;
      case TEST_FAILED -> CoreText.TEST_FAILED;
      case OFFLINE -> CoreText.OFFLINE;
      case SECRET_STORE -> CoreText.SECRET_STORE;
      case READ_ONLY -> CoreText.NOT_WRITABLE;
      case SERVICE -> CoreText.SERVICE;
      case SYSTEM -> CoreText.SYSTEM;
    };
  }

  private static CoreText text(ConnectionText.Kind kind) {
    return switch (kind) {
      case NOTHING_FOUND -> CoreText.NOTHING_FOUND;
      case URL_WITHOUT_TOKEN -> CoreText.URL_WITHOUT_TOKEN;
      case TOKEN_WITHOUT_URL -> CoreText.TOKEN_WITHOUT_URL;
      case AMBIGUOUS -> CoreText.AMBIGUOUS;
      case PASSWORD_MISSING -> CoreText.PASSWORD_MISSING;
      case HOST_MISSING -> CoreText.HOST_MISSING;
      case SCHEME_MISSING -> CoreText.SCHEME_MISSING;
      case MASKED -> CoreText.MASKED;
      case PLACEHOLDER -> CoreText.PLACEHOLDER;
      case BAD_ADDRESS -> CoreText.BAD_ADDRESS;
      case BAD_PORT -> CoreText.BAD_PORT;
      case BAD_TOKEN -> CoreText.BAD_TOKEN;
      case UNENCRYPTED_REST -> CoreText.UNENCRYPTED_REST;
      case UNSUPPORTED -> CoreText.UNSUPPORTED;
      case UNPLACED -> CoreText.UNPLACED;
      case UNCLEAR -> CoreText.UNCLEAR;
      case TLS_OPEN -> CoreText.TLS_OPEN;
      case TOO_LONG -> CoreText.TOO_LONG;
    };
  }
}
