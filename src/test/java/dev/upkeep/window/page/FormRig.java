package dev.upkeep.window.page;

import dev.upkeep.testing.FakeAgent;
import dev.upkeep.testing.Statuses;
import dev.upkeep.touch.Certificate;
import dev.upkeep.touch.Rung;
import dev.upkeep.touch.protocol.Diagnosis.Result;
import dev.upkeep.touch.protocol.Diagnosis.Step;
import dev.upkeep.window.account.ImportModel;
import dev.upkeep.window.editor.AddModel;
import dev.upkeep.window.editor.LoginOffer;
import dev.upkeep.window.editor.UpdateOffer;
import dev.upkeep.window.link.Rig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.prefs.Preferences;
import javafx.beans.property.SimpleBooleanProperty;

/// What the models of forms stand on: a rig, and a navigator that writes down where it was sent.
public final class FormRig implements Navigator {
  public static final String URL =
      "rediss://default:s3cretToken99@eu1-fast-cat-4711.upstash.io:6379";
  public static final String OTHER =
      "rediss://default:0therToken77@eu2-slow-dog-12.upstash.io:6379";

  public final Rig rig;
  public final List<Route> visited = new ArrayList<>();

  public FormRig(FakeAgent agent) {
    rig = new Rig(agent).connect();
  }

  public PageContext surroundings() {
    WindowMemory nowhere = new WindowMemory(Preferences.userRoot().node("form-rig"));
    return new PageContext(
        rig, rig.texts, rig.time, this, rig.toasts, new Appearances(nowhere), new TouchRun(rig));
  }

  private LoginOffer offer() {
    return new LoginOffer(
        rig,
        rig.texts,
        new SimpleBooleanProperty(),
        new UpdateOffer(rig, rig.toasts, new SimpleBooleanProperty()));
  }

  public AddModel adding() {
    AddModel model = new AddModel(surroundings(), offer());
    model.start();
    return model;
  }

  public ImportModel importing() {
    return new ImportModel(surroundings(), offer());
  }

  /// Six rungs, the last of which was not tried.
  public static List<Step> steps() {
    return List.of(
        new Step(Rung.NAME, Result.REACHED, Duration.ofMillis(3), "18.200.1.1"),
        new Step(Rung.TCP, Result.REACHED, Duration.ofMillis(21), ""),
        new Step(Rung.TLS, Result.REACHED, Duration.ofMillis(44), "TLSv1.3"),
        new Step(Rung.AUTHENTICATED, Result.FAILED, Duration.ZERO, "WRONGPASS"),
        new Step(Rung.PING, Result.NOT_TRIED, Duration.ZERO, ""));
  }

  public static Certificate certificate() {
    return new Certificate(
        "*.upstash.io", "R11", Statuses.NOW.plus(Duration.ofDays(61)).plusSeconds(60));
  }

  @Override
  public boolean offers(Class<? extends Route> kind) {
    return true;
  }

  @Override
  public void go(Route place) {
    visited.add(place);
  }
}
