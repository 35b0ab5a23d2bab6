package dev.upkeep.news;

import dev.upkeep.http.Request;
import dev.upkeep.http.Response;
import dev.upkeep.http.WebClient;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the releases of Upkeep are listed. Which repository that is, the build wrote down.
///
/// @param latest what names the newest release; drafts and pre-releases are none
/// @param page where a person finds it
public record Releases(URI latest, String page) {
  private static final Logger LOG = LoggerFactory.getLogger(Releases.class);
  private static final URI API = URI.create("https://api.github.com");
  private static final Pattern REPOSITORY =
      Pattern.compile("(?!OWNER/)[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+");

  /// What one question led to.
  public sealed interface Answer {
    record Newest(ReleaseVersion version) implements Answer {}

    /// Somebody was asked, and named no version.
    record Nothing() implements Answer {}

    /// Nobody was reached, so nobody was asked.
    record NotReached() implements Answer {}
  }

  /// Those of this build; empty where it names no repository but a placeholder.
  ///
  /// @param api asked instead of the real one; for tests
  public static Optional<Releases> ofThisBuild(Optional<URI> api) {
    return of(repository(), api);
  }

  static Optional<Releases> of(String repository, Optional<URI> api) {
    return REPOSITORY.matcher(repository).matches()
        ? Optional.of(
            new Releases(
                URI.create(api.orElse(API) + "/repos/" + repository + "/releases/latest"),
                "https://github.com/" + repository + "/releases"))
        : Optional.empty();
  }

  /// Asks once, and follows no redirect. Blocks for at most [Request#DEFAULT_TIMEOUT].
  public Answer ask() {
    try (WebClient client = WebClient.to(latest)) {
      Response response = client.send(Request.get(latest));
      if (!response.ok()) {
        LOG.debug("The list of releases answered {}.", response.status());
        return new Answer.Nothing();
      }
      return version(response.body())
          .<Answer>map(Answer.Newest::new)
          .orElseGet(Answer.Nothing::new);
    } catch (UnknownHostException | ConnectException | NoRouteToHostException offline) {
      LOG.debug("The list of releases was not reached: {}.", offline.getMessage());
      return new Answer.NotReached();
    } catch (IOException notToday) {
      LOG.debug("The list of releases did not answer: {}.", notToday.getMessage());
      return new Answer.Nothing();
    }
  }

  private static Optional<ReleaseVersion> version(String body) {
    try {
      return Json.parse(body)
          .asObject()
          .flatMap(release -> release.string("tag_name"))
          .flatMap(ReleaseVersion::parse);
    } catch (JsonException notJson) {
      return Optional.empty();
    }
  }

  private static String repository() {
    Properties build = new Properties();
    try (InputStream in = Releases.class.getResourceAsStream("/dev/upkeep/build.properties")) {
      if (in != null) {
        build.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return build.getProperty("repository", "");
  }
}
