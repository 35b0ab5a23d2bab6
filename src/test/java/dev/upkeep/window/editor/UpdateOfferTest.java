package dev.upkeep.window.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.FakeAgent;
import dev.upkeep.window.page.FormRig;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

final class UpdateOfferTest {
  private final FormRig forms = new FormRig(new FakeAgent());
  private final BooleanProperty made = new SimpleBooleanProperty();
  private final UpdateOffer offer = new UpdateOffer(forms.rig, forms.rig.toasts, made);

  private String stored() {
    return forms.rig.agent.settings.view().values().getOrDefault("update.check", "");
  }

  @Test
  void nobody_is_asked_for_new_versions_unless_somebody_ticks_the_box() {
    offer.ask();
    assertThat(offer.open().get()).isTrue();
    assertThat(offer.wanted().get()).isFalse();

    offer.settle();
    assertThat(stored()).isEqualTo("false");
    assertThat(made.get()).as("it is not asked again").isTrue();
  }

  @Test
  void whoever_ticks_it_hears_of_them() {
    offer.ask();
    offer.wanted().set(true);

    offer.settle();
    assertThat(stored()).isEqualTo("true");
    assertThat(offer.open().get()).isFalse();
  }

  @Test
  void it_is_asked_once() {
    made.set(true);
    offer.ask();

    assertThat(offer.open().get()).isFalse();
  }

  @Test
  void whoever_has_decided_is_not_asked() throws Exception {
    forms.rig.agent.settings.elsewhere("update.check", "true");
    offer.ask();
    offer.settle();

    assertThat(offer.open().get()).isFalse();
    assertThat(stored()).isEqualTo("true");
  }
}
