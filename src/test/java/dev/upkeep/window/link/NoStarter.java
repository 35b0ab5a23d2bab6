package dev.upkeep.window.link;

import java.util.ArrayList;
import java.util.List;

/// Starts nothing, and writes down that it was asked to.
public final class NoStarter implements AgentStarter {
  public final List<String> asked = new ArrayList<>();

  @Override
  public void start() {
    asked.add("start");
  }

  @Override
  public void restart() {
    asked.add("restart");
  }
}
