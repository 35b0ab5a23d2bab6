package dev.upkeep.window.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentException;
import dev.upkeep.history.Filter;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.testing.FakeAgent;
import dev.upkeep.testing.Statuses;
import dev.upkeep.window.Samples;
import dev.upkeep.window.link.Rig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

final class TouchListTest {
  private static final UUID SHOP = Statuses.alive("shop").database().id();
  private final FakeAgent agent = new FakeAgent().with(Statuses.alive("shop"));
  private final List<AgentException> refused = new ArrayList<>();
  private final TouchList list = new TouchList(new Rig(agent), refused::add);

  private static List<RecordedTouch> touches(int count) {
    return IntStream.range(0, count).mapToObj(i -> touch(count - i)).toList();
  }

  /// The higher the id, the newer.
  private static RecordedTouch touch(int id) {
    return Samples.touch(
        id,
        SHOP,
        Statuses.NOW.minus(Duration.ofDays(100)).plusSeconds(60L * id),
        Samples.alive(42));
  }

  private static TouchList filled(TouchList list, FakeAgent agent, int count) {
    List<RecordedTouch> touches = touches(count);
    agent.remembering(_ -> touches);
    list.restart(Filter.ALL);
    return list;
  }

  private long id(int index) {
    return list.get(index) instanceof HistoryLine.Touched(var touch) ? touch.id() : -1;
  }

  private void scrollToTheEnd() {
    for (int i = 0; i < list.size(); i++) {
      list.need(i);
    }
  }

  @Test
  void it_begins_with_one_page_and_grows_as_its_end_comes_near() {
    filled(list, agent, 1000);

    assertThat(list).hasSize(200);
    list.need(0);
    assertThat(list).as("200 lines below the top are near enough").hasSize(400);
    list.need(1);
    assertThat(list).hasSize(400);
  }

  @Test
  void every_touch_is_reached_in_its_order_and_few_are_kept() {
    filled(list, agent, 20_050);

    scrollToTheEnd();

    assertThat(list).hasSize(20_050);
    assertThat(list.kept()).isEqualTo(TouchList.KEPT);
    assertThat(id(20_049)).isEqualTo(1);
    assertThat(list.getFirst()).isEqualTo(new HistoryLine.Waiting());
  }

  @Test
  void what_was_let_go_comes_again_when_somebody_looks() {
    filled(list, agent, 20_050);
    scrollToTheEnd();
    List<int[]> replaced = new ArrayList<>();
    list.addListener(
        (ListChangeListener<HistoryLine>)
            change -> {
              while (change.next()) {
                replaced.add(new int[] {change.getFrom(), change.getTo()});
              }
            });

    list.need(450);

    assertThat(id(450)).isEqualTo(20_050 - 450);
    assertThat(replaced).containsExactly(new int[] {400, 600});
    assertThat(list.kept()).isEqualTo(TouchList.KEPT);
  }

  @Test
  void reading_asks_for_nothing() {
    filled(list, agent, 20_050);
    scrollToTheEnd();
    int asked = agent.asked.size();

    assertThat(IntStream.range(0, list.size()).filter(i -> id(i) > 0).count())
        .isEqualTo(24 * 200 + 50);
    assertThat(agent.asked).hasSize(asked);
  }

  @Test
  void a_new_touch_comes_on_top_once_and_moves_the_rest_down() {
    filled(list, agent, 300);

    list.tell(touch(301));
    list.tell(touch(301));
    list.tell(touch(300));

    assertThat(list).hasSize(201);
    assertThat(id(0)).isEqualTo(301);
    assertThat(id(1)).isEqualTo(300);
    list.need(200);
    assertThat(id(300)).isEqualTo(1);
  }

  @Test
  void new_touches_are_in_order_however_they_come() {
    filled(list, agent, 10);

    list.tell(touch(13));
    list.tell(touch(11));
    list.tell(touch(12));

    assertThat(IntStream.range(0, 4).mapToObj(this::id)).containsExactly(13L, 12L, 11L, 10L);
  }

  @Test
  void after_very_many_new_touches_it_begins_anew() {
    filled(list, agent, 10);
    List<RecordedTouch> all = touches(10 + TouchList.MOST_FRESH + 1);
    agent.remembering(_ -> all);

    IntStream.rangeClosed(11, 10 + TouchList.MOST_FRESH + 1).forEach(id -> list.tell(touch(id)));

    assertThat(list).hasSize(200);
    assertThat(id(0)).isEqualTo(1011);
  }

  @Test
  void what_the_agent_refuses_is_asked_for_again_later() {
    filled(list, agent, 1000);
    agent.refusing(new AgentException.Gone("gone"));

    list.need(199);

    assertThat(refused).hasSize(1);
    assertThat(list).hasSize(200);
    list.need(199);
    assertThat(refused).as("once for each time somebody looks").hasSize(2);
  }

  @Test
  void nothing_at_all_is_loaded_too() {
    filled(list, agent, 0);

    assertThat(list).isEmpty();
    assertThat(list.loaded().get()).isTrue();
    list.tell(touch(1));
    assertThat(list).hasSize(1);
  }
}
