package dev.upkeep.window;

import java.util.ArrayList;
import java.util.List;

/// Starts nothing, and writes down that it was asked to.
final class NoStarter implements AgentStarter {
  final List<String> asked = new ArrayList<>();

  @Override
  public void start() {
    asked.add("start");
  }

  @Override
  public void restart() {
    asked.add("restart");
  }
}
