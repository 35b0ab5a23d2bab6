package dev.upkeep.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.client.ControlClient;
import dev.upkeep.control.instance.Served;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class ManyClientsTest {
  private static final int CLIENTS = 200;

  @TempDir private Path folder;

  @Test
  void two_hundred_clients_are_served_at_once() throws Exception {
    CountDownLatch everybodyIsHere = new CountDownLatch(CLIENTS);
    SampleAgent agent =
        new SampleAgent() {
          @Override
          public SettingsView settings() throws AgentException {
            everybodyIsHere.countDown();
            try {
              everybodyIsHere.await();
            } catch (InterruptedException e) {
              throw new AgentException.Gone("Interrupted.");
            }
            return super.settings();
          }
        };
    CyclicBarrier start = new CyclicBarrier(CLIENTS);
    try (Served served = Served.by(agent, folder);
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<SettingsView>> answers = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        Callable<SettingsView> call =
            () -> {
              start.await();
              try (ControlClient client = served.client()) {
                return client.settings();
              }
            };
        answers.add(threads.submit(call));
      }

      for (Future<SettingsView> answer : answers) {
        assertThat(answer.get()).isEqualTo(Samples.settings());
      }
    }
  }
}
