package dev.upkeep.agent.keeping;

import dev.upkeep.history.HistoryNotice;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a person should know of this run: each a sentence, logged when it came up and shown as long
/// as the keeper runs. Owned by the agent's thread once that runs.
public final class Notices {
  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

  private final List<String> sentences = new ArrayList<>();

  public void add(String sentence) {
    LOG.warn(sentence);
    sentences.add(sentence);
  }

  /// A history that is well again is news for the log only.
  public void add(HistoryNotice notice) {
    if (notice.kind() == HistoryNotice.Kind.BACK) {
      LOG.warn(notice.sentence());
    } else {
      add(notice.sentence());
    }
  }

  public List<String> all() {
    return List.copyOf(sentences);
  }
}
