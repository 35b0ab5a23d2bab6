package dev.upkeep.upstash.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.upstash.account.QuotaRule.Told;
import java.math.BigInteger;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuotaRuleTest {
  private static final YearMonth MONTH = YearMonth.of(2026, 11);

  @ParameterizedTest
  @CsvSource({
    "395000, 0, 0", "399999, 0, 0", "400000, 0, 80", "474999, 0, 80", "475000, 0, 95",
    "500000, 0, 95", "600000, 0, 95", "405000, 80, 0", "475000, 80, 95", "500000, 95, 0",
  })
  void each_level_is_told_once_a_month(long used, int known, int told) {
    Optional<Told> before = known == 0 ? Optional.empty() : Optional.of(new Told(MONTH, known));

    assertThat(QuotaRule.reached(used, 500_000, MONTH, before).orElse(0)).isEqualTo(told);
    assertThat(QuotaRule.reached(used, 500_000, MONTH.plusMonths(1), before).orElse(0))
        .as("and anew in the next month")
        .isEqualTo(QuotaRule.reached(used, 500_000, MONTH, Optional.empty()).orElse(0));
  }

  @Test
  void any_figures_are_compared_exactly() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      long used = random.nextLong() >>> (1 + random.nextInt(62));
      long limit = random.nextLong() >>> (1 + random.nextInt(62));
      int expected = 0;
      for (int level : QuotaRule.LEVELS) {
        boolean reached =
            limit > 0
                && BigInteger.valueOf(used)
                        .multiply(BigInteger.valueOf(100))
                        .compareTo(BigInteger.valueOf(limit).multiply(BigInteger.valueOf(level)))
                    >= 0;
        expected = reached ? level : expected;
      }
      assertThat(QuotaRule.reached(used, limit, MONTH, Optional.empty()).orElse(0))
          .as("%d of %d", used, limit)
          .isEqualTo(expected);
    }
  }
}
