package dev.upkeep.agent.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.SettingsView;
import dev.upkeep.desktop.Notice;
import dev.upkeep.desktop.NoticeListener;
import dev.upkeep.desktop.Notifier;
import dev.upkeep.language.Language;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WindowClosedNoticeTest {
  @TempDir private Path state;

  private final Board board = new Board();
  private boolean tray = true;

  /// Keeps the titles of what it is shown, if it takes notices at all.
  private static final class Board implements Notifier {
    final List<String> titles = new ArrayList<>();
    boolean takes = true;

    @Override
    public void start(NoticeListener listener) {}

    @Override
    public CompletableFuture<Boolean> show(Notice notice) {
      if (takes) {
        titles.add(notice.title());
      }
      return CompletableFuture.completedFuture(takes);
    }

    @Override
    public void withdraw(String tag) {}

    @Override
    public void close() {}
  }

  /// One run of the agent.
  private WindowClosedNotice farewell() {
    return new WindowClosedNotice(
        new DesktopNotices(board), () -> tray, state.resolve("said"), Language.ENGLISH);
  }

  private static AgentApi agent(boolean notices) {
    return (AgentApi)
        Proxy.newProxyInstance(
            AgentApi.class.getClassLoader(),
            new Class<?>[] {AgentApi.class},
            (_, _, _) -> new SettingsView(1, Map.of("alert.desktop", Boolean.toString(notices))));
  }

  @Test
  void it_is_said_once_and_never_again_in_a_later_run() {
    WindowClosedNotice farewell = farewell();
    farewell.windowClosed(agent(true));
    farewell.windowClosed(agent(true));
    farewell().windowClosed(agent(true));

    assertThat(board.titles).containsExactly("Upkeep goes on in the tray");
  }

  @Test
  void without_a_tray_no_word_is_about_one() {
    tray = false;

    farewell().windowClosed(agent(true));

    assertThat(board.titles).containsExactly("Upkeep goes on in the background");
    assertThat(WindowClosedNotice.notice(false, Language.ENGLISH).body())
        .doesNotContainIgnoringCase("tray", "icon", "menu");
  }

  @Test
  void what_the_desktop_did_not_take_is_said_the_next_time() {
    board.takes = false;
    WindowClosedNotice farewell = farewell();
    farewell.windowClosed(agent(true));

    board.takes = true;
    farewell.windowClosed(agent(true));

    assertThat(board.titles).hasSize(1);
  }

  @Test
  void who_wants_no_notices_gets_none() {
    farewell().windowClosed(agent(false));

    assertThat(board.titles).isEmpty();
  }
}
