package dev.upkeep.agent.desktop;

import static dev.upkeep.agent.CoreRig.only;
import static dev.upkeep.agent.CoreRig.withPassword;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.agent.Core;
import dev.upkeep.agent.CoreRig;
import dev.upkeep.control.AgentApi;
import dev.upkeep.desktop.Notice;
import dev.upkeep.desktop.NoticeListener;
import dev.upkeep.desktop.Notifier;
import dev.upkeep.history.Filter;
import dev.upkeep.language.Sentence;
import dev.upkeep.secret.Lookup;
import dev.upkeep.secret.Trouble;
import dev.upkeep.words.When;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the button "Unlock" does, once the person has answered the keychain or has not.
final class UnlockActionIT {
  @TempDir private Path folder;

  private final Shown shown = new Shown();
  private final CompletableFuture<Optional<Lookup.Unavailable>> answer = new CompletableFuture<>();
  private CoreRig rig;
  private Core core;
  private AgentApi api;
  private UUID shop;
  private TrayActions actions;

  private static final class Shown implements Notifier {
    final BlockingQueue<Notice> notices = new LinkedBlockingQueue<>();

    @Override
    public void start(NoticeListener listener) {}

    @Override
    public CompletableFuture<Boolean> show(Notice notice) {
      notices.add(notice);
      return CompletableFuture.completedFuture(true);
    }

    @Override
    public void withdraw(String tag) {}

    @Override
    public void close() {}

    Notice next() throws InterruptedException {
      return Optional.ofNullable(notices.poll(30, TimeUnit.SECONDS)).orElseThrow();
    }
  }

  @BeforeEach
  void start() throws Exception {
    rig = CoreRig.start(folder);
    core = rig.open(false);
    api = core.api();
    api.add(withPassword(rig.shop()));
    shop = only(api).database().id();
    actions =
        new TrayActions(
            api,
            new DesktopNotices(shown),
            text -> false,
            (agent, database) -> {},
            () -> answer,
            () -> new When(Instant.EPOCH, ZoneOffset.UTC));
  }

  @AfterEach
  void stop() {
    core.close();
    rig.close();
  }

  private long touches() throws Exception {
    return api.history(Filter.ALL, Optional.empty(), 100).touches().size();
  }

  @Test
  void what_was_unlocked_is_touched_and_not_before() throws Exception {
    long before = touches();
    actions.accept(new TrayAction.Unlock(List.of(shop)));
    assertThat(shown.notices).isEmpty();

    answer.complete(Optional.empty());

    assertThat(shown.next().title()).isEqualTo("shop is alive");
    assertThat(touches()).isEqualTo(before + 1);
  }

  @Test
  void what_stays_locked_is_said_and_not_touched() throws Exception {
    long before = touches();
    actions.accept(new TrayAction.Unlock(List.of(shop)));

    answer.complete(
        Optional.of(new Lookup.Unavailable(Trouble.LOCKED, Sentence.verbatim("It is locked."))));

    Notice notice = shown.next();
    assertThat(notice.title()).isEqualTo("Upkeep still cannot read credentials");
    assertThat(notice.body()).isEqualTo("It is locked.");
    assertThat(touches()).isEqualTo(before);
  }

  @Test
  void a_keychain_that_could_not_ask_is_said() throws Exception {
    actions.accept(new TrayAction.Unlock(List.of(shop)));
    answer.completeExceptionally(new IllegalStateException("a fault"));
    assertThat(shown.next().body()).isEqualTo("The secret store could not be asked.");
  }
}
