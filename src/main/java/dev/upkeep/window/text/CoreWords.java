package dev.upkeep.window.text;

import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.database.paste.ConnectionText;
import dev.upkeep.language.Language;
import dev.upkeep.language.Sentence;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.Outcome;
import dev.upkeep.words.Screen;
import java.util.List;

/// Says the core's sentences in the window's language. Pure; what is foreign is cleaned here.
public record CoreWords(Texts texts) {
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
    return refused.told().stream().map(this::sentence).toList();
  }

  /// What is wrong with a pasted text.
  public String problem(ConnectionText.Problem problem) {
    return sentence(problem.sentence());
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

  private String say(CoreText text, Object... arguments) {
    return texts.say(text, arguments);
  }
}
