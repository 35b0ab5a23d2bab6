package dev.upkeep.agent.keeping;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentException.Gone;
import dev.upkeep.schedule.AgentThread;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the agent's thread from any other and waits for the answer.
public final class AgentCalls {
  /// For questions to state, which is answered from memory or from the local disk.
  public static final Duration QUESTIONS = Duration.ofSeconds(15);

  /// For touches: their own 30 s, the offline check, and waiting for others.
  public static final Duration TOUCHES = Duration.ofSeconds(90);

  /// For each of the last things that are done when everything ends.
  public static final Duration ENDING = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(AgentCalls.class);

  private final AgentThread thread;

  public AgentCalls(AgentThread thread) {
    this.thread = thread;
  }

  /// Something that the agent's thread is asked.
  @FunctionalInterface
  public interface Question<T> {
    T answer() throws AgentException;
  }

  /// The answer, or what the question has thrown. A question that has not begun in time is
  /// withdrawn and never asked; one that has begun is waited for, since only its end says what it
  /// did.
  ///
  /// @throws Gone if the agent has stopped, or the question was withdrawn
  public <T> T ask(Question<T> question) throws AgentException {
    return ask(question, QUESTIONS);
  }

  /// The same, for somebody who waits longer or shorter.
  public <T> T ask(Question<T> question, Duration patience) throws AgentException {
    Pending<T> pending = new Pending<>(question);
    post(pending, pending.answer);
    try {
      return pending.answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      if (pending.withdraw()) {
        throw late(patience);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      if (pending.withdraw()) {
        throw new Gone("Interrupted.");
      }
    } catch (ExecutionException | CancellationException answeredBelow) {
      // The same future says it again.
    }
    return finish(pending.answer);
  }

  /// Does one of the last things on the agent's thread, and waits until it is done, but not for
  /// ever: a disk that hangs keeps no process from ending.
  public void run(Runnable task) throws AgentException {
    Pending<Boolean> pending =
        new Pending<>(() -> {
          task.run();
          return true;
        });
    post(pending, pending.answer);
    await(pending.answer, ENDING);
  }

  /// Waits to the end, whoever interrupts: what has begun is acknowledged as what it was.
  private <T> T finish(CompletableFuture<T> answer) throws AgentException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return answer.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw failure(e);
    } catch (CancellationException e) {
      throw stopping();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// A question that is either asked or withdrawn, never both.
  private static final class Pending<T> implements Runnable {
    private final Question<T> question;
    private final AtomicBoolean settled = new AtomicBoolean();
    final CompletableFuture<T> answer = new CompletableFuture<>();

    Pending(Question<T> question) {
      this.question = question;
    }

    boolean withdraw() {
      return !answer.isDone() && settled.compareAndSet(false, true);
    }

    @Override
    public void run() {
      if (!settled.compareAndSet(false, true)) {
        return;
      }
      try {
        answer.complete(question.answer());
      } catch (AgentException | RuntimeException e) {
        answer.completeExceptionally(e);
      }
    }
  }

  /// Runs something on the agent's thread, some time; nothing if it has ended.
  public void post(Runnable task) {
    post(task, new CompletableFuture<Void>());
  }

  private void post(Runnable task, CompletableFuture<?> answer) {
    try {
      thread.execute(task);
    } catch (RejectedExecutionException e) {
      answer.completeExceptionally(new Gone("The agent has stopped."));
    }
  }

  /// Waits for a future of the agent's thread.
  ///
  /// @throws Gone if it is cancelled, fails unforeseen, or takes longer
  public <T> T await(CompletableFuture<T> future, Duration patience) throws AgentException {
    try {
      return future.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw failure(e);
    } catch (CancellationException e) {
      throw stopping();
    } catch (TimeoutException e) {
      throw late(patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Gone("Interrupted.");
    }
  }

  private static AgentException failure(ExecutionException e) {
    if (e.getCause() instanceof AgentException known) {
      return known;
    }
    if (e.getCause() instanceof CancellationException) {
      return stopping();
    }
    LOG.error("A request failed for a reason that nobody foresaw.", e.getCause());
    return new Gone("Upkeep itself failed; its log says where.");
  }

  private static Gone stopping() {
    return new Gone("The agent was stopping, or the database was removed.");
  }

  private static Gone late(Duration patience) {
    return new Gone("The agent did not answer within " + patience.toSeconds() + " s.");
  }
}
