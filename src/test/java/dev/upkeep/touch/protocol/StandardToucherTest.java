package dev.upkeep.touch.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.language.Sentence;
import dev.upkeep.network.OnlineCheck;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Touch;
import dev.upkeep.touch.TouchRequest;
import dev.upkeep.touch.conversation.Conversation;
import dev.upkeep.touch.conversation.TouchFailure;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class StandardToucherTest {
  private static final TouchRequest REQUEST = Requests.to(6379, Optional.of("c4n4ry-password"));
  private static final Conversation.Proof PROOF =
      new Conversation.Proof(Evidence.WRITE, Optional.empty(), Optional.empty());

  private final List<Duration> pauses = new ArrayList<>();
  private int visits;

  private Touch touch(SingleTouch protocol) {
    SingleTouch counted =
        attempt -> {
          visits++;
          return protocol.visit(attempt);
        };
    return new StandardToucher(
            counted,
            (request, failure) -> failure.outcome(),
            InstantSource.fixed(Requests.NOW),
            Retry.STANDARD,
            pauses::add,
            new Random(1))
        .touch(REQUEST);
  }

  private static TouchFailure passing() {
    return TouchFailure.passing(
        FailureKind.BUSY, Sentence.verbatim("Busy."), Sentence.verbatim("Wait."));
  }

  @Test
  void a_success_is_not_repeated() {
    Touch touch = touch(attempt -> PROOF);

    assertThat(touch.alive()).isTrue();
    assertThat(touch.attempts()).isEqualTo(1);
    assertThat(touch.at()).isEqualTo(Requests.NOW);
    assertThat(pauses).isEmpty();
  }

  @Test
  void what_may_pass_is_tried_three_times_with_growing_jittered_pauses() {
    Touch touch =
        touch(attempt -> {
          throw passing();
        });

    assertThat(touch.attempts()).isEqualTo(3);
    assertThat(visits).isEqualTo(3);
    assertThat(pauses).hasSize(2);
    assertThat(pauses.get(0)).isBetween(Duration.ZERO, Duration.ofMillis(500));
    assertThat(pauses.get(1)).isBetween(Duration.ZERO, Duration.ofSeconds(1));
    assertThat(touch.outcome())
        .isEqualTo(
            new Outcome.Failed(
                FailureKind.BUSY, Sentence.verbatim("Busy."), Sentence.verbatim("Wait.")));
  }

  @Test
  void the_attempts_leave_time_to_ask_whether_this_computer_is_offline() {
    List<Duration> left = new ArrayList<>();

    touch(attempt -> {
      left.add(attempt.deadline().remaining().plus(OnlineCheck.AMPLE_TIME));
      return PROOF;
    });

    assertThat(left).allMatch(time -> time.compareTo(Duration.ofSeconds(30)) <= 0).hasSize(1);
  }

  @Test
  void what_passes_is_alive_in_the_end() {
    Touch touch =
        touch(attempt -> {
          if (visits < 3) {
            throw passing();
          }
          return PROOF;
        });

    assertThat(touch.alive()).isTrue();
    assertThat(touch.attempts()).isEqualTo(3);
  }

  @Test
  void what_will_not_change_is_not_tried_again() {
    Touch touch =
        touch(attempt -> {
          throw TouchFailure.lasting(
              FailureKind.AUTH, Sentence.verbatim("No."), Sentence.verbatim("Fix it."));
        });

    assertThat(touch.attempts()).isEqualTo(1);
    assertThat(pauses).isEmpty();
  }

  @Test
  void a_fault_of_our_own_is_told_without_its_message() {
    Touch touch =
        touch(attempt -> {
          throw new IllegalStateException("with c4n4ry-password in it");
        });

    assertThat(touch.outcome())
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> {
              assertThat(failed.kind()).isEqualTo(FailureKind.INTERNAL);
              assertThat(failed.message().english())
                  .contains("IllegalStateException", "StandardToucherTest")
                  .doesNotContain("c4n4ry");
            });
  }

  @Test
  void full_jitter_reaches_from_none_to_the_doubled_base() {
    Random random = new Random(7);
    List<Long> third =
        random
            .ints(0, 2)
            .limit(1000)
            .mapToObj(i -> Retry.STANDARD.delayAfter(3, random).toMillis())
            .toList();

    assertThat(third).allMatch(ms -> ms >= 0 && ms <= 2000);
    assertThat(third).anyMatch(ms -> ms < 100).anyMatch(ms -> ms > 1900);
  }
}
