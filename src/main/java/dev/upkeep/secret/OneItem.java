package dev.upkeep.secret;

import com.github.javakeyring.PasswordAccessException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/// All secrets as one entry of a keychain that asks a person for each entry that another build of a
/// program has written, as that of macOS does: after an update it would ask as often as there are
/// databases.
///
/// What is written is what was read a moment before, changed. One conversation at a time: one that
/// nobody waits for any more, because a person has not answered, holds up the next, or it would
/// write what was there before.
final class OneItem implements Keychain {
  /// The name of the entry.
  static final String ACCOUNT = "secrets";

  /// How [KeychainErrors] knows that there is no entry.
  private static final String NONE = "No stored credentials match";

  private static final String FORM = "upkeep 1";

  /// Static, because a conversation is one object each, and the entry is one.
  private static final ReentrantLock TURN = new ReentrantLock();

  private final Keychain keychain;

  OneItem(Keychain keychain) {
    this.keychain = keychain;
  }

  @Override
  public String get(String service, String account) throws Exception {
    String text = inTurn(() -> all(service)).get(account);
    if (text == null) {
      throw new PasswordAccessException(NONE);
    }
    return text;
  }

  @Override
  public void set(String service, String account, String text) throws Exception {
    inTurn(() -> {
      Map<String, String> all = all(service);
      all.put(account, text);
      keychain.set(service, ACCOUNT, written(all));
      return all;
    });
  }

  @Override
  public void delete(String service, String account) throws Exception {
    inTurn(() -> {
      Map<String, String> all = all(service);
      if (all.remove(account) == null) {
        throw new PasswordAccessException(NONE);
      }
      if (all.isEmpty()) {
        keychain.delete(service, ACCOUNT);
      } else {
        keychain.set(service, ACCOUNT, written(all));
      }
      return all;
    });
  }

  @Override
  public void close() {
    keychain.close();
  }

  private interface Step {
    Map<String, String> take() throws Exception;
  }

  private static Map<String, String> inTurn(Step step) throws Exception {
    TURN.lockInterruptibly();
    try {
      return step.take();
    } finally {
      TURN.unlock();
    }
  }

  private Map<String, String> all(String service) throws Exception {
    String text;
    try {
      text = keychain.get(service, ACCOUNT);
    } catch (PasswordAccessException e) {
      if (KeychainErrors.judge(KeychainKind.MAC, e).isEmpty()) {
        return new TreeMap<>();
      }
      throw e;
    }
    return read(text);
  }

  private static String written(Map<String, String> all) {
    StringBuilder text = new StringBuilder(FORM);
    all.forEach((account, secret) ->
        text.append('\n')
            .append(account)
            .append(' ')
            .append(Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8))));
    return text.toString();
  }

  /// What somebody else has put there is not overwritten.
  private static Map<String, String> read(String text) throws PasswordAccessException {
    Map<String, String> all = new TreeMap<>();
    String[] lines = text.split("\n", -1);
    boolean ours = lines[0].equals(FORM);
    for (int i = 1; ours && i < lines.length; i++) {
      int blank = lines[i].indexOf(' ');
      try {
        byte[] secret = Base64.getDecoder().decode(lines[i].substring(blank + 1));
        all.put(
            lines[i].substring(0, Math.max(0, blank)), new String(secret, StandardCharsets.UTF_8));
        ours = blank > 0;
      } catch (IllegalArgumentException foreign) {
        ours = false;
      }
    }
    if (!ours) {
      throw new PasswordAccessException("the entry called secrets is not Upkeep's");
    }
    return all;
  }
}
