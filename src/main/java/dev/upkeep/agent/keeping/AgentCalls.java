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

  /// The answer, or what the question has thrown.
  ///
  /// @throws Gone if the agent has stopped
  public <T> T ask(Question<T> question) throws AgentException {
    return ask(question, QUESTIONS);
  }

  /// The same, for somebody who waits longer or shorter.
  public <T> T ask(Question<T> question, Duration patience) throws AgentException {
    CompletableFuture<T> answer = new CompletableFuture<>();
    post(
        () -> {
          try {
            answer.complete(question.answer());
          } catch (AgentException | RuntimeException e) {
            answer.completeExceptionally(e);
          }
        },
        answer);
    return await(answer, patience);
  }

  /// Does one of the last things on the agent's thread, and waits until it is done.
  public void run(Runnable task) throws AgentException {
    ask(
        () -> {
          task.run();
          return true;
        },
        ENDING);
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
      if (e.getCause() instanceof AgentException known) {
        throw known;
      }
      if (e.getCause() instanceof CancellationException) {
        throw new Gone("The agent was stopping, or the database was removed.");
      }
      LOG.error("A request failed for a reason that nobody foresaw.", e.getCause());
      throw new Gone("Upkeep itself failed; its log says where.");
    } catch (CancellationException e) {
      throw new Gone("The agent was stopping, or the database was removed.");
    } catch (TimeoutException e) {
      throw new Gone("The agent did not answer within " + patience.toSeconds() + " s.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Gone("Interrupted.");
    }
  }
}
