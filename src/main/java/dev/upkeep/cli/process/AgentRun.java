package dev.upkeep.cli.process;

import dev.upkeep.agent.AgentMain;
import dev.upkeep.agent.AgentSetup;
import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.NoAgentException;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.UsageException;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentInfo;
import dev.upkeep.definitions.MetricsAddress;
import dev.upkeep.log.LogSetup;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Keeps databases alive in this process until somebody stops it.
///
/// @param desktop whether to show a tray and notices
/// @param metrics where to serve metrics, whatever the setting says
/// @param logFile in which form the log is also written to its file; empty for not at all
/// @param stopAfter verified touches after which to stop; 0 for never
public record AgentRun(
    boolean enabled,
    boolean desktop,
    AgentSetup.Source source,
    Optional<MetricsAddress> metrics,
    Optional<LogSetup.Form> logFile,
    int stopAfter) {
  private static final long CLOSING_SECONDS = 20;

  /// What is done once, when the agent runs.
  @FunctionalInterface
  interface Begun {
    void with(AgentApi agent) throws AgentException;
  }

  /// Runs.
  ///
  /// @throws NoAgentException if another one runs already, or holds the lock
  /// @throws UsageException with what keeps it from beginning
  int until(Upkeep upkeep, Begun begun) throws NoAgentException, UsageException, AgentException {
    Console console = upkeep.console();
    CountDownLatch closed = new CountDownLatch(1);
    try (AgentMain.Running agent =
        upkeep.localAgent().start(enabled, desktop, source, metrics, logFile)) {
      Thread onSignal =
          new Thread(() -> {
            agent.stopAsked().complete("Stopped by a signal.");
            await(closed);
          });
      Runtime.getRuntime().addShutdownHook(onSignal);
      TouchPrinter printer = new TouchPrinter(upkeep, stopAfter, agent.stopAsked());
      agent.api().watch(printer);
      greet(console, agent.api().snapshot().agent());
      begun.with(agent.api());
      agent.stopAsked().join();
      printer.sum(console);
      return printer.exitCode().status();
    } finally {
      closed.countDown();
    }
  }

  private static void greet(Console console, AgentInfo agent) {
    if (!agent.enabled()) {
      console.note("KEEPALIVE_ENABLED is false, so the schedule rests.");
    }
    agent.notices().forEach(console::note);
  }

  private static void await(CountDownLatch closed) {
    try {
      // The system ends us if this takes too long; what was acknowledged is on the disk already.
      boolean _ = closed.await(CLOSING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
