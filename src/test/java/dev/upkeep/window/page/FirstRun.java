package dev.upkeep.window.page;

import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.Scratch;
import dev.upkeep.window.RealAgent;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// What there is before the first database: the window, open on a real agent that keeps nothing
/// yet, and a Redis with a password. A test is given those of them that it names as parameters; all
/// end with it.
public final class FirstRun implements BeforeEachCallback, ParameterResolver {
  private static final Namespace STORE = Namespace.create(FirstRun.class);

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    Path home = Scratch.folder("home");
    Store store = context.getStore(STORE);
    store.put("home", (AutoCloseable) () -> Scratch.delete(home));
    RedisServer redis = RedisServer.builder().password("first-pass").start();
    store.put(RedisServer.class, redis);
    RealAgent agent = new RealAgent(home).start();
    store.put(RealAgent.class, agent);
    OpenWindow window = OpenWindow.on(agent.place(), new Route.Databases());
    store.put(OpenWindow.class, window);
    // The store closes what can be closed, the last first.
    store.put("open", (AutoCloseable) window::close);
    window.until("the empty overview is shown", () -> window.has("#add-first"));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return context.getStore(STORE).get(parameter.getParameter().getType()) != null;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context.getStore(STORE).get(parameter.getParameter().getType());
  }
}
