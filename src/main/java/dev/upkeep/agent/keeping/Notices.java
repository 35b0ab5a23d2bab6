package dev.upkeep.agent.keeping;

import dev.upkeep.history.HistoryNotice;
import dev.upkeep.language.Sentence;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a person should know of this run: each a sentence, logged when it came up and shown as long
/// as the keeper runs. Owned by the agent's thread once that runs.
public final class Notices {
  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

  private final List<Sentence> sentences = new ArrayList<>();

  public void add(Sentence sentence) {
    LOG.warn("{}", sentence);
    sentences.add(sentence);
  }

  /// A history that is well again is news for the log only.
  public void add(HistoryNotice notice) {
    if (notice.kind() == HistoryNotice.Kind.BACK) {
      LOG.warn("{}", notice.told());
    } else {
      add(notice.told());
    }
  }

  public List<Sentence> all() {
    return List.copyOf(sentences);
  }
}
