package dev.upkeep.agent.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.ImportReport.SettingChange;
import dev.upkeep.control.ImportTerms;
import dev.upkeep.definitions.Definitions;
import dev.upkeep.definitions.Exchange;
import dev.upkeep.definitions.Setting;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ImportPlanTest {
  private static Definitions with(Map<String, String> settings) throws Exception {
    return Definitions.EMPTY.with(Definitions.EMPTY.settings().with(settings));
  }

  @Test
  void settings_that_the_file_names_are_taken_over_but_no_address() throws Exception {
    String export =
        Exchange.export(
            with(Map.of("interval", "2h", "alert.after", "1", "metrics.address", ":9464")));
    Definitions here = with(Map.of("alert.after", "1", "alert.reminders", "2"));

    ImportPlan plan = ImportPlan.of(export, here, ImportTerms.CAREFUL);

    assertThat(plan.settings()).isEqualTo(Map.of("interval", "2h"));
    assertThat(plan.report().settings())
        .extracting(SettingChange::key, SettingChange::made)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("interval", true),
            org.assertj.core.groups.Tuple.tuple("metrics.address", false));
    Definitions after = plan.applyTo(here);
    assertThat(after.settings().get(Setting.INTERVAL)).hasHours(2);
    assertThat(after.settings().get(Setting.ALERT_REMINDERS)).isEqualTo(2);
    assertThat(after.settings().get(Setting.METRICS_ADDRESS)).isEmpty();
  }

  @Test
  void after_a_yes_addresses_are_taken_over_too() throws Exception {
    String export = Exchange.export(with(Map.of("metrics.address", ":9464")));

    ImportPlan plan = ImportPlan.of(export, Definitions.EMPTY, new ImportTerms(false, true, false));

    assertThat(plan.applyTo(Definitions.EMPTY).settings().get(Setting.METRICS_ADDRESS)).isPresent();
  }
}
